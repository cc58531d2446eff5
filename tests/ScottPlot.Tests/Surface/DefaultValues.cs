using System.Globalization;
using System.Reflection;

namespace ScottPlot.Tests.Surface;

/// <summary>What new objects have that nothing was set of, as lines <c>Legend.Alignment = LowerRight</c>.</summary>
internal static class DefaultValues
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
    private const int Depth = 4;

    private static readonly double[] _one = [1];

    /// <summary>The lines of all that can be read.</summary>
    public static IEnumerable<string> All() =>
        Roots().SelectMany(root => Of(root.Name, root.Value, Depth)).Order(StringComparer.Ordinal);

    /// <summary>The line of one path, as it is with the library at hand.</summary>
    public static string Read(string path)
    {
        string[] names = path.Split('.');
        object? value = Roots().Single(root => root.Name == names[0]).Value;
        foreach (string name in names.Skip(1))
        {
            value = value is null ? null : Members(value.GetType()).First(member => member.Name == name).Get(value);
        }

        return Line(path, value);
    }

    private static IEnumerable<(string Name, object Value)> Roots()
    {
        var plot = new Plot();
        var panels = new Plot();
        var heatmap = plot.Add.Heatmap(new double[,] { { 0, 1 } });
        return
        [
            ("Plot", new Plot()), ("Scatter", plot.Add.Scatter(_one, _one)),
            ("ScatterLine", plot.Add.ScatterLine(_one, _one)), ("ScatterPoints", plot.Add.ScatterPoints(_one, _one)),
            ("ErrorBar", plot.Add.ErrorBar(_one, _one, _one)), ("Bars", plot.Add.Bars(_one)),
            ("Heatmap", heatmap), ("HorizontalLine", plot.Add.HorizontalLine(1)),
            ("VerticalLine", plot.Add.VerticalLine(1)), ("Text", plot.Add.Text("t", 1, 1)),
            ("ColorBar", panels.Add.ColorBar(heatmap)), ("ShowLegendBelow", panels.ShowLegend(Edge.Bottom)),
            ("ShowLegendRight", panels.ShowLegend(Edge.Right)), ("LegendPanel", new Panels.LegendPanel(plot.Legend)),
            ("TitlePanel", new Panels.TitlePanel()), ("Bar", new Bar()), ("LabelStyle", new LabelStyle()),
            ("LineStyle", new LineStyle()), ("FillStyle", new FillStyle()), ("MarkerStyle", new MarkerStyle()),
            ("MarkerEks", new MarkerStyle(MarkerShape.Eks, 5)), ("Dashed", LinePattern.Dashed),
            ("DenselyDashed", LinePattern.DenselyDashed), ("Dotted", LinePattern.Dotted), ("Solid", LinePattern.Solid),
            ("Category10", new Palettes.Category10()), ("ColorblindFriendly", new Palettes.ColorblindFriendly()),
            ("Transparent", Colors.Transparent), ("Gray", Colors.Gray), ("LightGray", Colors.LightGray),
        ];
    }

    private static IEnumerable<string> Of(string path, object? value, int depth)
    {
        if (value is null || IsPlain(value))
        {
            return [Line(path, value)];
        }

        bool isOurs = value.GetType().Namespace?.StartsWith("ScottPlot", StringComparison.Ordinal) == true;
        return depth == 0 || !isOurs || (value is Plot && depth < Depth)
            ? []
            : Members(value.GetType()).SelectMany(member =>
                Of($"{path}.{member.Name}", member.Get(value), depth - 1));
    }

    private static IEnumerable<(string Name, Func<object, object?> Get)> Members(Type type) =>
    [
        .. type.GetProperties(Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => (property.Name, (Func<object, object?>)property.GetValue)),
        .. type.GetFields(Public).Select(field => (field.Name, (Func<object, object?>)field.GetValue)),
    ];

    private static bool IsPlain(object value) =>
        value is string or Color or Color[] or float[] || value.GetType().IsPrimitive || value.GetType().IsEnum;

    private static string Line(string path, object? value) => $"{path} = {TextOf(value)}";

    private static string TextOf(object? value) => value switch
    {
        null => "null",
        Color color => $"#{color.ARGB:X8}",
        Color[] colors => string.Join(' ', colors.Select(color => TextOf(color))),
        float[] lengths => string.Join(' ', lengths.Select(length => TextOf(length))),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };
}
