namespace Clipper.Bench.Datasets;

/// <summary>A data set as an experiment asks for it.</summary>
/// <param name="Name">omniglot, folder, csv, shapes.</param>
/// <param name="Variant">Split or form; empty = the reader's default.</param>
/// <param name="Root">Folder that holds the data set; empty = <c>CLIPPER_DATA</c>/name, default datasets/name.</param>
/// <param name="Limit">At most this many samples (the first ones of every class in turn); 0 = all.</param>
/// <param name="Seed">Seed of generated data sets.</param>
public sealed record DatasetRequest(string Name, string Variant = "", string Root = "", int Limit = 0, int Seed = 0);
