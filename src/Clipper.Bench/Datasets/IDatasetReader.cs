namespace Clipper.Bench.Datasets;

/// <summary>Knows one on-disk layout. A data set of the catalogue is one small class of this kind and a
/// recipe.</summary>
internal interface IDatasetReader
{
    /// <summary>Name in configuration.</summary>
    string Name { get; }

    /// <summary>One line for <c>datasets list</c>.</summary>
    string Description { get; }

    /// <summary>Allowed variants, the first being the default; empty where the user's files decide.</summary>
    IReadOnlyList<string> Variants { get; }

    /// <summary>Official splits, the default first; empty where there is none. A reader that has any is also asked for
    /// <see cref="Datasets.Splits.All"/>.</summary>
    IReadOnlyList<string> Splits => [];

    /// <summary>The split that the reference drew from (PROTOCOL 2.2) where it is not the default; else
    /// empty.</summary>
    string PaperSplit => "";

    /// <summary>Whether the default variant is multi-label.</summary>
    bool IsMultiLabel { get; }

    /// <summary>Whether the samples are drawn and not read.</summary>
    bool IsGenerated { get; }

    /// <summary>Whether <paramref name="root"/> holds something of this layout.</summary>
    bool IsFoundAt(string root);

    /// <summary>Lists the samples of a variant.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The files are missing, damaged or not of this
    /// layout.</exception>
    DatasetContent Read(DatasetSource source);
}
