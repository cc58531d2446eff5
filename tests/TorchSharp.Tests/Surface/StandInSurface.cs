using System.Reflection;

namespace TorchSharp.Tests.Surface;

/// <summary>What a user of the stand-in can see.</summary>
internal static class StandInSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Assembly = typeof(torch).Assembly;

    /// <summary>Types that can be named from outside.</summary>
    public static IEnumerable<Type> Types => Assembly.GetTypes().Where(type => type.IsVisible);

    /// <summary>
    /// Public and protected members of those types, one line each, and a line for each enum. Left out: accessors, and
    /// what an interface of .NET or a base class demands.
    /// </summary>
    public static IEnumerable<string> Members =>
        VisibleMembers.Where(member => !IsDemanded(member)).Select(SignatureWriter.Write)
            .Concat(Types.Where(type => type.IsEnum).Select(SignatureWriter.WriteEnum));

    /// <summary>The same with what interfaces and base classes demand.</summary>
    public static IEnumerable<string> AllMembers => VisibleMembers.Select(SignatureWriter.Write);

    private static IEnumerable<MemberInfo> VisibleMembers =>
        Types.Where(type => !type.IsEnum).SelectMany(type => type.GetMembers(Declared)).Where(IsVisible);

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => IsVisible(method) && !IsAccessor(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        _ => false,
    };

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodBase method) =>
        method is MethodInfo { IsSpecialName: true } && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static bool IsDemanded(MemberInfo member) => member switch
    {
        MethodInfo method => IsOverride(method) || Implements(method),
        PropertyInfo property => property.GetAccessors().Any(Implements),
        _ => false,
    };

    private static bool IsOverride(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool Implements(MethodInfo method)
    {
        var type = method.DeclaringType;
        return type is { IsInterface: false } && type.GetInterfaces()
            .Where(face => face.Assembly != Assembly)
            .Any(face => type.GetInterfaceMap(face).TargetMethods.Contains(method));
    }
}
