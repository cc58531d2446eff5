using System.Globalization;
using System.Reflection;
using System.Text;

namespace TorchSharp.Tests.Surface;

/// <summary>
/// Writes public and protected members as torchsharp-api.txt has them: <c>torch.nn: static Linear Linear(…)</c>.
/// </summary>
internal static class SignatureWriter
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    /// <summary>The member's line, without what stands before the type's name.</summary>
    public static string Write(MemberInfo member) =>
        $"{OwnerName(member.DeclaringType)}: " + member switch
        {
            ConstructorInfo constructor => $"{Access(constructor)}ctor({Parameters(constructor)})",
            MethodInfo method =>
                Access(method) + TypeName(method.ReturnType)
                    + $" {method.Name}{GenericParameters(method)}({Parameters(method)})",
            PropertyInfo property => Write(property),
            FieldInfo field => $"field {TypeName(field.FieldType)} {field.Name}",
            _ => throw new NotSupportedException(member.ToString()),
        };

    /// <summary>An enum's line.</summary>
    public static string WriteEnum(Type type) => $"{OwnerName(type)}: enum {string.Join(",", Enum.GetNames(type))}";

    /// <summary>A type's name as it stands before its members, e.g. <c>torch.nn.Module`2</c>.</summary>
    public static string OwnerName(Type? type) =>
        (type?.FullName ?? "").Replace("TorchSharp.", "", StringComparison.Ordinal).Replace('+', '.');

    private static string Write(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true);
        var access = accessors.Any(accessor => accessor.IsStatic) ? "static " : "";
        return $"{access}{TypeName(property.PropertyType)} {property.Name} {{ {(property.CanRead ? "get; " : "")}"
            + $"{(property.CanWrite ? "set; " : "")}}}";
    }

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic) return access + "static ";
        return method.IsVirtual && !method.IsFinal ? access + "virtual " : access;
    }

    private static string GenericParameters(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(",", method.GetGenericArguments().Select(TypeName))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var text = new StringBuilder();
        if (parameter.IsDefined(typeof(ParamArrayAttribute))) text.Append("params ");
        if (parameter.ParameterType.IsByRef) text.Append("ref ");
        text.Append(TypeName(parameter.ParameterType)).Append(' ').Append(parameter.Name);
        if (parameter.HasDefaultValue) text.Append(" = ").Append(Default(parameter));
        return text.ToString();
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => "null",
            bool truth => truth ? "true" : "false",
            var value when type.IsEnum => Enum.ToObject(type, value).ToString() ?? "",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => $"{other}",
        };
    }

    private static string TypeName(Type type)
    {
        if (type.IsByRef) return TypeName(type.GetElementType() ?? type);
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return TypeName(type.GetElementType() ?? type) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return TypeName(value) + "?";
        if (!type.IsGenericType) return type.Name;
        var name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(",", type.GetGenericArguments().Select(TypeName))}>";
    }
}
