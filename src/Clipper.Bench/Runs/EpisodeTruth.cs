using Clipper.Core.Imprinting;

namespace Clipper.Bench.Runs;

/// <summary>What the queries of an episode are.</summary>
/// <param name="Columns">The class of the data set that each column stands for.</param>
/// <param name="Labels">The labels of the queries, over the columns.</param>
/// <param name="Samples">The samples of the data set.</param>
internal sealed record EpisodeTruth(IReadOnlyList<int> Columns, LabelRows Labels, IReadOnlyList<int> Samples);
