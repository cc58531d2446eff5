using System.Reflection;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Cli.Tests.Architecture;

/// <summary>What other programs can use of the three packages, a line a member: a change of it is seen in review.
/// CLIPPER_UPDATE_SNAPSHOTS=1 writes the lists anew.</summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] _ofRecords =
        ["<Clone>$", "Deconstruct", "Equals", "GetHashCode", "PrintMembers", "ToString"];

    [Theory]
    [InlineData(typeof(UserException))]
    [InlineData(typeof(ModelDescription))]
    [InlineData(typeof(ExperimentRunner))]
    public void Public_members_are_those_of_the_snapshot(Type type)
    {
        Assembly assembly = type.Assembly;

        IEnumerable<string> lines =
            assembly.GetExportedTypes().OrderBy(each => each.FullName, StringComparer.Ordinal).SelectMany(Lines);

        Snapshot.Matches($"api-{assembly.GetName().Name}", string.Join('\n', lines) + "\n");
    }

    private static IEnumerable<string> Lines(Type type)
    {
        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type)
            : type.GetMembers(Declared).Where(member => !IsGenerated(member)).Select(Text).OfType<string>();
        return members.Order(StringComparer.Ordinal).Select(member => $"  {member}").Prepend($"{KindOf(type)} {type}");
    }

    private static bool IsGenerated(MemberInfo member) => _ofRecords.Contains(member.Name);

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string? Text(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: true } => null,
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{method.ReturnType} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{property.PropertyType} {property.Name} {{ {Accessors(property)}}}",
        FieldInfo field => $"{field.FieldType} {field.Name}",
        _ => null,
    };

    private static string Accessors(PropertyInfo property)
    {
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
        string set = property.SetMethod?.IsPublic != true ? "" : isInit ? "init; " : "set; ";
        return (property.GetMethod?.IsPublic == true ? "get; " : "") + set;
    }

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType} {parameter.Name}"));
}
