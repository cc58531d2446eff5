using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>The data sets of an experiment that are there; the others are noted as gaps where the experiment allows
/// it.</summary>
/// <param name="policy">What a data set that is not there does.</param>
/// <param name="warn">Is told of every gap.</param>
internal sealed class AvailableData(MissingDataPolicy policy, Action<string> warn)
{
    // The same of every data set, so that notes can name them together.
    private const string NotHere = "not here; 'clipper datasets info NAME' says how to obtain it";

    private readonly List<DataGap> _gaps = [];

    /// <summary>What is not there, in the order in which it was found.</summary>
    public IReadOnlyList<DataGap> Gaps => _gaps;

    /// <summary>Opens a data set; null for a gap.</summary>
    /// <exception cref="DataFileException">It is damaged, or not there and the experiment does not allow
    /// that.</exception>
    public IDataset? Open(DatasetRequest request, IRunInputs inputs)
    {
        try
        {
            return inputs.Open(request, warn);
        }
        catch (DatasetMissingException e) when (policy == MissingDataPolicy.Gap)
        {
            warn($"{e.Message} The run goes on without it.");
            _gaps.Add(new DataGap(request.Name, request.Variant, null, "", NotHere));
            return null;
        }
    }

    /// <summary>Notes that a data set cannot fill a setting.</summary>
    /// <returns>Whether that is a gap; else it is an error.</returns>
    public bool Accepts(IDataset dataset, EpisodePlan setting, UsageException problem)
    {
        if (policy != MissingDataPolicy.Gap)
        {
            return false;
        }

        warn($"{dataset.QualifiedName} {SettingText.Of(setting)}: {problem.Message} The run goes on without it.");
        int end = problem.Message.IndexOf(". ", StringComparison.Ordinal);
        string reason = end < 0 ? problem.Message.TrimEnd('.') : problem.Message[..end];
        _gaps.Add(new DataGap(dataset.Name, dataset.Variant, setting, "", reason));
        return true;
    }

    /// <summary>Whether a data set can fill a setting.</summary>
    public bool CanFill(IDataset dataset, EpisodePlan setting) => !_gaps.Exists(
        gap => gap.Name == dataset.Name && gap.Variant == dataset.Variant && gap.Setting == setting);

    /// <summary>Whether a model can serve a method. One that needs texts and has a model without a text tower is a gap
    /// where the experiment allows it; else the cell says what is wrong.</summary>
    public bool CanServe(Subject subject, MethodSettings method)
    {
        if (policy != MissingDataPolicy.Gap || !method.UsesTexts || subject.Model.Text is not null)
        {
            return true;
        }

        string reason = $"{subject.Model.Name} has no text tower";
        var gap = new DataGap(subject.Dataset.Name, subject.Dataset.Variant, null, method.Label, reason);
        if (!_gaps.Contains(gap))
        {
            warn($"{subject.DatasetName}: method {method.Label} is left out: {reason}.");
            _gaps.Add(gap);
        }

        return false;
    }
}
