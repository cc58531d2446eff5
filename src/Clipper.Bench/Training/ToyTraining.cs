using System.Globalization;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Clip.Training;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>Trains <c>clip-toy</c> from nothing: vocabulary, pictures, captions, weights, figures, card.</summary>
public sealed class ToyTraining
{
    private const string VocabularyFile = "bpe_simple_vocab_toy.txt";
    private const string CardFile = "README.md";
    private const int Examinations = 20;
    private const int LeastPause = 50;

    private readonly ToyOptions _options;
    private readonly BpeVocabulary _vocabulary;
    private readonly TextSettings _text;
    private readonly HeldOutExam _exam;
    private readonly ShapeLessons _lessons;

    /// <summary>Prepares the training; nothing is written.</summary>
    /// <exception cref="UsageException">The folder has files, or is a file.</exception>
    public ToyTraining(ToyOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Steps, 1);
        NewFolder.Require(options.Folder);
        _options = options;
        _vocabulary = BpeVocabulary.Learn(ShapeLessons.Texts(), ToyRecipe.MostMerges);
        _text = ToyRecipe.Text(_vocabulary.Count);
        var tokenizer = new ClipTokenizer(_vocabulary);
        PreprocessSpec pixels = PreprocessSpec.Clip(ToyRecipe.Vision.ImageSize);
        _exam = new HeldOutExam(pixels, tokenizer, _text.ContextLength);
        _lessons = new ShapeLessons(
            ToyRecipe.Lessons(new Seed(options.Seed), options.Steps), pixels, tokenizer, _text.ContextLength);
    }

    /// <summary>Trains, then writes the folder. Until then an interruption leaves nothing behind.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    /// <exception cref="DataFileException">libtorch cannot be loaded, or a file cannot be written.</exception>
    public ToyModel Run(IProgress<ToyProgress> progress, CancellationToken cancellation)
    {
        using var trainer = new ClipTrainer(
            ToyRecipe.Vision, _text, ToyRecipe.Training(new Seed(_options.Seed), _options.Steps), _lessons.Draw(0)[0]);
        Teach(trainer, progress, cancellation);
        return Write(trainer);
    }

    // The pictures of the next step are drawn while this one is computed.
    private void Teach(ClipTrainer trainer, IProgress<ToyProgress> progress, CancellationToken cancellation)
    {
        int steps = _options.Steps;
        int pause = Math.Max(LeastPause, steps / Examinations);
        double sum = 0;
        int summed = 0;
        Task<CaptionedPictures[]> next = Task.Run(() => _lessons.Draw(0), cancellation);
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            CaptionedPictures[] lessons = next.GetAwaiter().GetResult();
            int following = Math.Min(step + 1, steps - 1);
            next = Task.Run(() => _lessons.Draw(following), cancellation);
            sum += trainer.Step(lessons);
            summed++;
            bool isExamined = (step + 1) % pause == 0;
            progress.Report(new(
                step + 1, steps, sum / summed, isExamined ? _exam.Take(new TrainedTowers(trainer)) : null));
            (sum, summed) = isExamined ? (0, 0) : (sum, summed);
        }
    }

    private ToyModel Write(ClipTrainer trainer)
    {
        string folder = _options.Folder;
        _vocabulary.Save(Path.Combine(folder, VocabularyFile));
        ModelDescription model = trainer.Save(folder, ToyRecipe.Name, ToyRecipe.Licence, new Dictionary<string, string>
        {
            ["seed"] = _options.Seed.ToString(CultureInfo.InvariantCulture),
            ["steps"] = _options.Steps.ToString(CultureInfo.InvariantCulture),
        });
        using var towers = new SavedTowers(model);
        var result = new ToyModel(
            model, _exam.Take(towers), new FileInfo(model.Path ?? "").Length);
        AtomicFile.WriteText(Path.Combine(folder, CardFile), ToyCard.Write(_options, result));
        return result;
    }
}
