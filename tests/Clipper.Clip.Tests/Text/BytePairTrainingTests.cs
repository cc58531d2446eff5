using Clipper.Clip.Text;
using Clipper.Testing;

namespace Clipper.Clip.Tests.Text;

public sealed class BytePairTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Most_frequent_pair_is_merged_first_and_ties_by_ordinal_order()
    {
        // l+o is in four words, o+w</w> in two; then lo+w</w>, lo+ and so on.
        IReadOnlyList<(string Left, string Right)> merges = BytePairTraining.Learn(["low low lot log"], 3);

        Assert.Equal([("l", "o"), ("lo", "w</w>"), ("lo", "g</w>")], merges);
    }

    [Fact]
    public void Words_become_single_tokens_and_the_order_of_texts_does_not_matter()
    {
        string[] texts = ["a red star and a blue ring", "a blue star", "ring, star"];

        var vocabulary = BpeVocabulary.Learn(texts, int.MaxValue);
        var reversed = BpeVocabulary.Learn(texts.Reverse(), int.MaxValue);

        var tokenizer = new ClipTokenizer(vocabulary);
        Assert.Equal(6, tokenizer.Encode("red star and blue ring,").Length);
        Assert.Equal(tokenizer.Encode(texts[0]), new ClipTokenizer(reversed).Encode(texts[0]));
    }

    [Fact]
    public void Saved_vocabulary_reads_back_as_it_was()
    {
        var learned = BpeVocabulary.Learn(["a red star and a blue ring", "unseen words"], 20);

        learned.Save(_folder.Combine("bpe_simple_vocab_small.txt"));

        var read = BpeVocabulary.Read(_folder.Path);
        Assert.Equal((learned.Count, learned.StartId, learned.EndId), (read.Count, read.StartId, read.EndId));
        foreach (string text in new[] { "a red star", "ein Stern, 12 Sterne" })
        {
            Assert.Equal(new ClipTokenizer(learned).Encode(text), new ClipTokenizer(read).Encode(text));
        }
    }

    [Fact]
    public void Token_that_one_pair_makes_is_not_made_by_another()
    {
        // "abc" can come from ab+c and from a+bc; a vocabulary holds it once.
        var vocabulary = BpeVocabulary.Learn(["abcx abcx abcy bcz bcz bcz ab ab ab ab"], int.MaxValue);

        Assert.Equal((2 * 256) + 2, vocabulary.Count - MergesOf(vocabulary));
    }

    private int MergesOf(BpeVocabulary vocabulary)
    {
        vocabulary.Save(_folder.Combine("merges.txt"));
        return File.ReadAllLines(_folder.Combine("merges.txt")).Length - 1;
    }
}
