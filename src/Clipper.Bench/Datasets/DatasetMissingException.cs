using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>Nothing of a data set is where it is looked for; what is there and damaged is another error.</summary>
public sealed class DatasetMissingException(string place, string problem) : DataFileException(place, problem);
