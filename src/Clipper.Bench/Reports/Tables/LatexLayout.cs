namespace Clipper.Bench.Reports.Tables;

/// <summary>How a table is set on pages of an A4 article in 10 points: which columns and which rows stand in one
/// tabular.</summary>
internal sealed class LatexLayout
{
    private const double LineWidth = 345;
    private const double Indent = 15;
    private const double Gap = 12;
    private const double SmallGap = 6;
    private const double SmallFactor = 0.86;
    private const double LeastWrapWidth = 130;
    private const double MostOfNames = 0.75;
    private const double RaggedFactor = 1.2;
    private const double GroupLines = 1.5;
    private const int MostLines = 42;
    private const int MostSmallLines = 54;

    private readonly ResultTable _table;
    private readonly double[] _widths;
    private readonly bool[] _isNumber;

    /// <summary>The layout of a table.</summary>
    public LatexLayout(ResultTable table)
    {
        _table = table;
        _isNumber = [.. Columns(0).Select(table.IsNumber)];
        double[] natural = [.. Columns(0).Select(NaturalWidth)];
        IsSmall = Columns(table.GroupColumns).Sum(column => natural[column] + Gap) > LineWidth - Indent;
        _widths = [.. natural.Select(width => IsSmall ? width * SmallFactor : width)];
        Parts = [.. SplitColumns().Select(columns => new LatexPart(columns, WrapWidthOf(columns)))];
        Blocks = [.. SplitRows()];
    }

    /// <summary>Whether it is wider than a line, and set in smaller letters.</summary>
    public bool IsSmall { get; }

    /// <summary>The columns of each tabular, those that name the rows in all of them.</summary>
    public IReadOnlyList<LatexPart> Parts { get; }

    /// <summary>The rows of each page.</summary>
    public IReadOnlyList<Range> Blocks { get; }

    /// <summary>What the rows of a group have in common; empty where a table has no groups.</summary>
    public string GroupOf(int row) => string.Join(" · ", Enumerable.Range(0, _table.GroupColumns)
        .Where(column => _table.Rows[row][column].Text.Length > 0)
        .Select(column => _isNumber[column] || _table.Rows[row][column].Text.All(char.IsAsciiDigit)
            ? $"{_table.Heads[column]} {_table.Rows[row][column].Text}"
            : _table.Rows[row][column].Text));

    /// <summary>Numbers, and columns of gaps alone, to the right, texts to the left, long ones in several
    /// lines.</summary>
    public string Alignment(LatexPart part, int column) => IsWrapped(column)
        ? FormattableString.Invariant($"p{{{part.WrapWidth:0}pt}}")
        : _isNumber[column] ? "r" : "l";

    /// <summary>Whether the texts of a column take several lines.</summary>
    public bool IsWrapped(int column) => IsSmall && !_isNumber[column] && _widths[column] > LeastWrapWidth;

    private double GapWidth => IsSmall ? SmallGap : Gap;

    private IEnumerable<int> Columns(int first) => Enumerable.Range(first, _table.Heads.Count - first);

    private double NaturalWidth(int column) => _table.Rows
        .Select(row => LatexText.WidthOf(row[column].Text, row[column].IsBest))
        .Append(LatexText.WidthOf(_table.Heads[column])).Max();

    private double WidthOf(int column) => GapWidth + (IsWrapped(column) ? LeastWrapWidth : _widths[column]);

    private IEnumerable<int[]> SplitColumns()
    {
        int[] names = [.. Names()];
        int[] part = names;
        foreach (int column in Columns(_table.GroupColumns).Except(names))
        {
            if (part.Length > names.Length && part.Append(column).Sum(WidthOf) > LineWidth)
            {
                yield return part;
                part = names;
            }

            part = [.. part, column];
        }

        yield return part;
    }

    // Those that the table says name its rows, or the texts before the first number, as far as they leave room for what
    // they name.
    private IEnumerable<int> Names()
    {
        double width = 0;
        foreach (int column in Columns(_table.GroupColumns))
        {
            width += WidthOf(column);
            bool isName = _table.NameColumns > 0
                ? column < _table.NameColumns
                : !_isNumber[column] && width <= MostOfNames * LineWidth;
            if (column > _table.GroupColumns && !isName)
            {
                yield break;
            }

            yield return column;
        }
    }

    // What the other columns leave of the line, in equal shares.
    private double WrapWidthOf(int[] columns)
    {
        int count = columns.Count(IsWrapped);
        double left = LineWidth - columns.Sum(WidthOf);
        return LeastWrapWidth + (count > 0 ? Math.Max(0, left / count) : 0);
    }

    private IEnumerable<Range> SplitRows()
    {
        int start = 0;
        double lines = 0;
        for (int row = 0; row < _table.Rows.Count; row++)
        {
            double own = LinesOf(row, isFirst: row == start);
            if (row > start && lines + own > (IsSmall ? MostSmallLines : MostLines))
            {
                yield return start..row;
                start = row;
                lines = 0;
                own = LinesOf(row, isFirst: true);
            }

            lines += own;
        }

        yield return start.._table.Rows.Count;
    }

    // With the name of its group where that stands above it.
    private double LinesOf(int row, bool isFirst)
    {
        bool isGroup = _table.GroupColumns > 0 && (isFirst || GroupOf(row) != GroupOf(row - 1));
        IEnumerable<double> cells =
            from part in Parts
            from column in part.Columns
            where IsWrapped(column)
            select Math.Ceiling(RaggedFactor * (IsSmall ? SmallFactor : 1)
                * LatexText.WidthOf(_table.Rows[row][column].Text) / part.WrapWidth);
        return cells.Append(1).Max() + (isGroup ? GroupLines : 0);
    }
}
