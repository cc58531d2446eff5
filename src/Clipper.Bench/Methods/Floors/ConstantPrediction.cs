namespace Clipper.Bench.Methods.Floors;

/// <summary>What a constant predictor says of every query.</summary>
public enum ConstantPrediction
{
    /// <summary>The most frequent class of the support, the first on ties; of multi-label data every label that more
    /// than half of the support carries.</summary>
    Majority,

    /// <summary>Scores are the frequencies of the classes in the support.</summary>
    Frequency,

    /// <summary>All classes are there.</summary>
    All,

    /// <summary>No class is there.</summary>
    None,
}
