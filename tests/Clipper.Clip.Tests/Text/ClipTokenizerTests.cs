using Clipper.Clip.Text;
using Clipper.Clip.Text.Cleaning;
using Clipper.Core.Errors;
using FsCheck;
using FsCheck.Fluent;

namespace Clipper.Clip.Tests.Text;

public sealed class ClipTokenizerTests
{
    private const int Texts = 10_000;
    private const int LongestText = 30;
    private const ulong Seed = 20261122;

    private static readonly BpeVocabulary Vocabulary = TinyVocabulary.Read();
    private static readonly ClipTokenizer Tokenizer = new(Vocabulary);

    [Fact]
    public void Encode_merges_by_rank() => Assert.Equal(
        [TinyVocabulary.FirstMerged + 1, TinyVocabulary.FirstMerged + 3], Tokenizer.Encode("CAT  dog"));

    [Fact]
    public void Encode_marks_in_any_case_gives_their_ids() => Assert.Equal(
        [Vocabulary.StartId, Vocabulary.EndId], Tokenizer.Encode("<|StartOfText|><|ENDOFTEXT|>"));

    [Fact]
    public void Tokenize_pads_with_zeros() => Assert.Equal(
        [Vocabulary.StartId, TinyVocabulary.FirstMerged + 1, Vocabulary.EndId, 0, 0], Tokenizer.Tokenize("cat", 5));

    [Fact]
    public void Tokenize_too_long_is_an_error_that_states_both_lengths()
    {
        var thrown = Assert.Throws<UsageException>(() => Tokenizer.Tokenize("cat cat cat", 4));

        Assert.Contains("5 tokens", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("holds 4", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokenize_too_long_truncated_ends_with_the_end()
    {
        int[] row = Tokenizer.Tokenize("cat dog cat", 4, isTruncated: true);

        int[] expected = [Vocabulary.StartId, TinyVocabulary.FirstMerged + 1, TinyVocabulary.FirstMerged + 3,
            Vocabulary.EndId];
        Assert.Equal(expected, row);
    }

    [Fact]
    public void Decode_id_outside_the_vocabulary_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tokenizer.Decode([Vocabulary.Count]));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Encode_takes_any_utf16_and_decode_gives_the_clean_text(bool isRepairing)
    {
        var tokenizer = new ClipTokenizer(Vocabulary, isRepairing);
        Config config = Config.QuickThrowOnFailure.WithMaxTest(Texts).WithEndSize(LongestText).WithReplay(Seed, 1);

        Check.One(config, Prop.ForAll(AnyText(), text =>
        {
            string clean = TextCleaner.Clean(text, isRepairing);
            string decoded = tokenizer.Decode(tokenizer.Encode(text));
            return Letters(clean) == Letters(decoded);
        }));
    }

    // Every code unit, halves of surrogate pairs among them, with those that cleaning knows more often.
    private static Arbitrary<string> AnyText()
    {
        Gen<int> units = Gen.OneOf(
            Gen.Choose(0, 0xffff), Gen.Choose(0, 0x17f), Gen.Choose(0xd800, 0xdfff), Gen.Choose(0x2010, 0x2040));
        return units.Select(unit => (char)unit).ArrayOf().Select(text => new string(text)).ToArbitrary();
    }

    private static string Letters(string text) =>
        string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u0345'));
}
