using Clipper.Bench.Datasets;

namespace Clipper.Bench.Runs;

/// <summary>Counts what queries were taken for, by class and by sample.</summary>
/// <param name="dataset">The data set.</param>
internal sealed class MistakeTally(IDataset dataset)
{
    private readonly SortedDictionary<(int Truth, int Predicted), int> _confusion = [];
    private readonly SortedDictionary<int, int[]> _classes = [];
    private readonly SortedDictionary<int, AnswerTally> _samples = [];

    /// <summary>Adds an episode.</summary>
    public void Add(EpisodeTruth truth, EpisodePredictions predictions, int threshold)
    {
        foreach (int label in truth.Columns)
        {
            _classes.TryAdd(label, new int[4]);
        }

        for (int row = 0; row < truth.Samples.Count; row++)
        {
            int[] own = truth.Labels.Row(row).ToArray();
            int[] predicted = [.. predictions.Of(row, threshold)];
            CountAnswer(truth.Samples[row], own.SequenceEqual(predicted), predicted.Select(way => truth.Columns[way]));
            for (int column = 0; column < truth.Columns.Count; column++)
            {
                // TP, FP, FN, TN
                bool isTrue = own.Contains(column);
                int place = predicted.Contains(column) ? (isTrue ? 0 : 1) : (isTrue ? 2 : 3);
                _classes[truth.Columns[column]][place]++;
            }

            if (!dataset.IsMultiLabel)
            {
                (int, int) pair = (truth.Columns[own[0]], truth.Columns[predicted[0]]);
                _confusion[pair] = _confusion.GetValueOrDefault(pair) + 1;
            }
        }
    }

    /// <summary>The classes, in the data set's order.</summary>
    public IReadOnlyList<ClassTally> Classes() =>
    [
        .. _classes.Select(pair => new ClassTally(
            dataset.Classes[pair.Key], pair.Value[0], pair.Value[1], pair.Value[2], pair.Value[3])),
    ];

    /// <summary>Truth, prediction, count, and the next: see <see cref="CellMistakes"/>.</summary>
    public int[] Confusion()
    {
        Dictionary<int, int> places = _classes.Keys.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return [.. _confusion.SelectMany(
            pair => new[] { places[pair.Key.Truth], places[pair.Key.Predicted], pair.Value })];
    }

    /// <summary>The samples that were answered wrongly, the most often first, then in the data set's order.</summary>
    public IReadOnlyList<SampleTally> Samples() =>
    [
        .. from pair in _samples
           where pair.Value.Wrong > 0
           orderby pair.Value.Wrong descending
           let sample = dataset.Samples[pair.Key]
           select new SampleTally(sample.Id, Names(sample.Labels), pair.Value.Shown, pair.Value.Wrong)
           {
               Predicted = Names(pair.Value.Predicted),
           },
    ];

    private void CountAnswer(int sample, bool isRight, IEnumerable<int> classes)
    {
        if (!_samples.TryGetValue(sample, out AnswerTally? answers))
        {
            answers = new AnswerTally();
            _samples.Add(sample, answers);
        }

        if (isRight)
        {
            answers.AddRight();
        }
        else
        {
            answers.AddWrong([.. classes.Order()]);
        }
    }

    private string[] Names(IReadOnlyList<int> labels) => [.. labels.Select(label => dataset.Classes[label])];
}
