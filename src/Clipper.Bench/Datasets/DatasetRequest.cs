namespace Clipper.Bench.Datasets;

/// <summary>A data set as an experiment asks for it.</summary>
/// <param name="Name">A name of <c>datasets list</c>.</param>
/// <param name="Variant">Form of the data set; empty = the reader's default.</param>
/// <param name="Root">Folder that holds the data set; empty = <c>CLIPPER_DATA</c>/name, default datasets/name.</param>
/// <param name="Limit">At most this many samples (the first ones of every class in turn); 0 = all.</param>
/// <param name="Seed">Seed of generated data sets and of stratified splits.</param>
/// <param name="Split">Part of the data set: an official split, or one by rule (docs/adding-a-dataset.md); empty = the
/// reader's default.</param>
/// <param name="ClassNames">A CSV file <c>class,name</c> of what the classes are called in prompts; empty = the
/// reader's names.</param>
public sealed record DatasetRequest(
    string Name, string Variant = "", string Root = "", int Limit = 0, int Seed = 0, string Split = "",
    string ClassNames = "")
{
    /// <summary>Whether annotations are read as the reference reads them, defects and all (PROTOCOL Q11,
    /// Q12).</summary>
    public bool AsPaper { get; init; }

    /// <summary>What an entry that cannot be used does: a file name that does not parse, a listed image that is not
    /// there.</summary>
    public BadEntryPolicy OnBadEntry { get; init; }
}
