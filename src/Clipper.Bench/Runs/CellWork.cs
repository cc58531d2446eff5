using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs;

/// <summary>Computes cells in this process.</summary>
internal sealed class CellWork(RunPlan plan, ResultsFolder folder, IRunInputs inputs, RunWatch watch)
{
    private readonly DrawBook _draws = new(folder, watch.Observer.Warning);

    /// <summary>The embeddings of a cell's support and queries, computed or from the cache.</summary>
    public EpisodeTables Embed(Cell cell)
    {
        int samples = cell.Subject.Dataset.Samples.Count;
        IEmbeddings query = Embed(cell.Subject);
        if (cell.Support == cell.Subject)
        {
            return new EpisodeTables(query, samples);
        }

        try
        {
            return new EpisodeTables(query, Embed(cell.Support), samples);
        }
        catch
        {
            query.Dispose();
            throw;
        }
    }

    /// <summary>The result of a cell; its draws are written, where they are not there yet.</summary>
    public CellResult Compute(Cell cell, EpisodeTables embeddings, int threads)
    {
        Experiment experiment = cell.Experiment;
        IReadOnlyCollection<int> skipped = embeddings.Skipped;
        EpisodeDraws draws = _draws.Of(cell, skipped);
        ValidationDraws? validation = cell.Method.HasChoices(cell.Subject.Dataset.IsMultiLabel)
            && experiment.Protocol.ValidationEpisodes > 0
            ? _draws.ValidationOf(cell, skipped)
            : null;
        var services = new SubjectServices(cell, inputs, watch);
        var runner = new CellRunner(cell, experiment.Protocol, experiment.Metrics, embeddings, services)
        {
            Progress = (done, total) => watch.Observer.CellAdvanced(cell.Id, done, total),
        };
        return runner.Run(draws, validation, threads, watch.Cancellation);
    }

    private IEmbeddings Embed(Subject subject)
    {
        Func<TimeSpan> elapsed = watch.Journal.StartWatch();
        IEmbeddings embeddings = inputs.Embed(subject, plan.Experiment.OnBadImage, watch);
        watch.Journal.Embedded(subject, embeddings, elapsed());
        if (embeddings.FromCache)
        {
            watch.Observer.EmbeddingsCached(subject.Title, subject.Model.Name, subject.Dataset.Samples.Count);
        }

        if (embeddings.Skipped.Count > 0)
        {
            (int first, string reason) = embeddings.Skipped.MinBy(pair => pair.Key);
            watch.Observer.Warning(
                $"{subject.Title}: {embeddings.Skipped.Count} of {subject.Dataset.Samples.Count} images are "
                + $"skipped, first {subject.Dataset.Samples[first].Id} ({reason}); {folder.Manifest} lists all.");
        }

        return embeddings;
    }
}
