using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Core.Errors;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.TypeConversion;

namespace Clipper.Bench.Runs;

/// <summary>Reads the CSV files of a results folder back: exactly the columns that were written, and every field what
/// its column holds. What is wrong is named by line, column and text.</summary>
internal static class ResultLines
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="TLine">What a line is.</typeparam>
    /// <typeparam name="TColumns">Its columns.</typeparam>
    /// <param name="path">The file, in its results folder.</param>
    /// <exception cref="DataFileException">It is missing or empty, has other columns, or a line of it cannot be
    /// read.</exception>
    public static IReadOnlyList<TLine> Read<TLine, TColumns>(string path)
        where TColumns : ClassMap<TLine>
    {
        string mend = new ResultsFolder(Path.GetDirectoryName(path) is { Length: > 0 } folder ? folder : ".").HowToMend;
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, CsvLayout.New());
            csv.Context.RegisterClassMap<TColumns>();
            return Read<TLine, TColumns>(csv, path, mend);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string problem = File.Exists(path) ? $"cannot be read ({e.Message})." : "is not there.";
            throw new DataFileException(path, $"{problem} {mend}", e);
        }
    }

    private static List<TLine> Read<TLine, TColumns>(CsvReader csv, string path, string mend)
        where TColumns : ClassMap<TLine>
    {
        var lines = new List<TLine>();
        try
        {
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new DataFileException(path, $"is empty; expected a line of columns. {mend}");
            }

            RequireColumns(csv.HeaderRecord ?? [], Columns<TLine, TColumns>(), path, mend);
            while (csv.Read())
            {
                lines.Add(csv.Parser.Count == csv.HeaderRecord?.Length
                    ? csv.GetRecord<TLine>()
                    : throw Problem(csv.Parser, path, FieldCount(csv), mend));
            }
        }
        catch (CsvHelperException e)
        {
            throw Problem(csv.Parser, path, Explain(e), mend, e);
        }

        return lines;
    }

    private static void RequireColumns(string[] found, string[] expected, string path, string mend)
    {
        string[] missing = [.. expected.Except(found)];
        string[] added = [.. found.Except(expected)];
        string[] twice = [.. found.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => same.Key)];
        string[] problems =
        [
            .. missing.Length > 0 ? [$"lacks {Named(missing)}"] : Array.Empty<string>(),
            .. added.Length > 0 ? [$"has {Named(added)}, which 'clipper run' does not write"] : Array.Empty<string>(),
            .. twice.Length > 0 ? [$"has {Named(twice)} twice"] : Array.Empty<string>(),
        ];
        if (problems.Length > 0)
        {
            throw new DataFileException(
                $"{path}:1",
                $"the header {string.Join(" and ", problems)}; expected {string.Join(',', expected)}. {mend}");
        }
    }

    private static string Named(string[] columns) =>
        $"the column{(columns.Length > 1 ? "s" : "")} {string.Join(", ", columns.Select(name => $"'{name}'"))}";

    private static string[] Columns<TLine, TColumns>()
        where TColumns : ClassMap<TLine>
    {
        using var text = new StringWriter();
        using var csv = new CsvWriter(text, CsvLayout.New());
        csv.Context.RegisterClassMap<TColumns>();
        csv.WriteHeader<TLine>();
        csv.Flush();
        return text.ToString().Split(',');
    }

    private static string FieldCount(CsvReader csv) => string.Create(
        CultureInfo.InvariantCulture,
        $"has {csv.Parser.Count} fields; expected {csv.HeaderRecord?.Length}, one a column of the header");

    private static string Explain(CsvHelperException error) => error switch
    {
        TypeConverterException { MemberMapData.Names: [var column, ..] } wrong =>
            $"column '{column}' has '{wrong.Text}'; expected {Expected(wrong.MemberMapData.Type)}",
        BadDataException => "has a stray quote; expected fields as 'clipper run' writes them",
        _ => $"cannot be read ({error.Message.Split('\n')[0].Trim()})",
    };

    private static string Expected(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? $"{Expected(inner)} or nothing"
        : type == typeof(int) ? "a whole number"
        : type == typeof(double) ? "a number"
        : type == typeof(bool) ? "yes or no"
        : "a word that 'clipper run' writes there";

    private static DataFileException Problem(
        IParser parser, string path, string problem, string mend, Exception? cause = null) => new(
        string.Create(CultureInfo.InvariantCulture, $"{path}:{parser.RawRow}"), $"{problem}. {mend}", cause);
}
