using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;

namespace Clipper.Bench.Methods;

/// <summary>A method of an experiment, as it was configured: one record a kind (see <see cref="MethodCatalog"/>).
/// Immutable.</summary>
/// <param name="Label">Its name in tables; distinct within an experiment.</param>
public abstract record MethodSettings(string Label)
{
    /// <summary>Its kind in configuration and records, e.g. <c>mwi</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The <c>head</c> column of records: wi or mwi; null for methods that do not imprint.</summary>
    public virtual string? Head => null;

    /// <summary>Every option but the label with its default filled in: key and value as YAML on one line, in a fixed
    /// order. They are written to config.yaml, and read back give the same settings.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, string>> Options { get; }

    /// <summary>What decides the results: the options, unless one of them (a path) is not what decides.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Facts => Options;

    /// <summary>Whether it compares conditions or thresholds on such data, so that validation episodes are needed to
    /// choose one.</summary>
    /// <param name="isMultiLabel">Whether a sample can have several labels.</param>
    public abstract bool HasChoices(bool isMultiLabel);

    /// <summary>Whether it embeds texts: the model must then have a text tower and a vocabulary.</summary>
    public virtual bool UsesTexts => false;

    /// <summary>Why it cannot be applied to a data set; null where it can. Its cells there are no part of a run, which
    /// notes them as n/a.</summary>
    public virtual string? Obstacle(IDataset dataset) => null;

    /// <summary>The same with what it leaves to the protocol filled in.</summary>
    public virtual MethodSettings Under(FewShotProtocol protocol) => this;

    /// <summary>The method for one cell. Work that all episodes share is done here.</summary>
    internal abstract IMethod Create(MethodContext context);
}
