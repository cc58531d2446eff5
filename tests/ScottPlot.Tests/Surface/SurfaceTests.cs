using System.Reflection;
using Clipper.Testing;

namespace ScottPlot.Tests.Surface;

/// <summary>scottplot-api.txt lists what was looked up in ScottPlot's public repository (its first line names the
/// commit): the stand-in has those members and no others, so that code that compiles here compiles there.</summary>
public sealed class SurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Members_are_those_that_were_looked_up()
    {
        string path = RepositoryRoot.Combine("tests", "ScottPlot.Tests", "Surface", "scottplot-api.txt");
        IEnumerable<string> lookedUp = File.ReadLines(path).Where(line => !line.StartsWith('#'));

        IEnumerable<string> provided =
            typeof(Plot).Assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal);

        Assert.Equal(lookedUp, provided);
    }

    private static IEnumerable<string> Lines(Type type)
    {
        if (type.IsEnum)
        {
            return [$"{type.FullName}: enum {string.Join(", ", Enum.GetNames(type))}"];
        }

        IEnumerable<string> methods = type.GetMethods(Declared).Where(m => !m.IsSpecialName).Select(m =>
            $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        IEnumerable<string> constructors = type.GetConstructors().Select(c => $"new({Parameters(c)})");
        IEnumerable<string> properties = type.GetProperties(Declared).Select(p =>
            $"{Name(p.PropertyType)} {p.Name} {{ {(p.CanRead ? "get; " : "")}"
            + $"{(p.SetMethod?.IsPublic == true ? "set; " : "")}}}");
        IEnumerable<string> fields = type.GetFields(Declared).Select(f => $"{Name(f.FieldType)} {f.Name}");
        return methods.Concat(constructors).Concat(properties).Concat(fields)
            .Select(text => $"{type.FullName}: {text}");
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "default"}" : "")}"));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Name(value)}?";
        }

        string plain = type.Name.Split('`')[0];
        return type.IsGenericType ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : plain;
    }
}
