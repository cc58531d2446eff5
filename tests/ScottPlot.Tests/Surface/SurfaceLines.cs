using System.Globalization;
using System.Reflection;

namespace ScottPlot.Tests.Surface;

/// <summary>Public members as lines, inherited ones among them.</summary>
internal static class SurfaceLines
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Type[] _roots = [typeof(object), typeof(ValueType), typeof(Enum)];

    /// <summary>Every member of a type; of an enum its values.</summary>
    public static IEnumerable<SurfaceLine> Of(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => Line(
                type, name, string.Create(CultureInfo.InvariantCulture, $"{name} = {(int)Enum.Parse(type, name)}")));
        }

        // An interface does not inherit the members of those it extends, but what has it has them.
        Type[] owners = type.IsInterface ? [type, .. type.GetInterfaces()] : [type];
        return
        [
            .. owners.SelectMany(owner => owner.GetMethods(Public)).Where(IsOwn).Select(method =>
                Line(type, method.Name, $"{Static(method)}{NameOf(method.ReturnType)} {Signature(method)}")),
            .. type.GetConstructors().Select(constructor => Line(type, "new", $"new({Parameters(constructor)})")),
            .. owners.SelectMany(owner => owner.GetProperties(Public)).Select(property =>
                Line(type, property.Name, Property(property))),
            .. type.GetFields(Public).Select(field =>
                Line(type, field.Name, $"{(field.IsStatic ? "static " : "")}{NameOf(field.FieldType)} {field.Name}")),
        ];
    }

    private static SurfaceLine Line(Type type, string member, string text) =>
        new(type.FullName ?? type.Name, member, $"{type.FullName}: {text}");

    private static bool IsOwn(MethodInfo method) => !method.IsSpecialName && !_roots.Contains(method.DeclaringType);

    private static string Signature(MethodInfo method)
    {
        string generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property) =>
        $"{(property.GetAccessors().Any(accessor => accessor.IsStatic) ? "static " : "")}"
        + $"{NameOf(property.PropertyType)} {property.Name} {{ {(property.GetMethod?.IsPublic == true ? "get; " : "")}"
        + $"{(property.SetMethod?.IsPublic == true ? "set; " : "")}}}";

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{NameOf(p.ParameterType)} {p.Name}")
        + (p.HasDefaultValue
            ? string.Create(CultureInfo.InvariantCulture, $" = {p.DefaultValue ?? "default"}")
            : "")));

    private static string NameOf(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{NameOf(value)}?";
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType() ?? type)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        // There is another Color than ScottPlot's.
        string plain = $"{(type.Namespace == "System.Drawing" ? "System.Drawing." : "")}{type.Name.Split('`')[0]}";
        return type.IsGenericType
            ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : plain;
    }
}
