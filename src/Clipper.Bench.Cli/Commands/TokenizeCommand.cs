using System.Text.Json;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Stages;
using Clipper.Clip.Text;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper tokenize</c>: texts to the token ids that CLIP's text tower takes.</summary>
internal static class TokenizeCommand
{
    private const int LeastContext = 2;
    private const int MostContext = 1 << 20;

    public static CliCommand Create()
    {
        var vocabulary = SharedOptions.Required(
            "--vocab", "FILE", "bpe_simple_vocab_16e6.txt.gz, or vocab.json with merges.txt beside it.");
        var texts = SharedOptions.Required(
            "--json", "FILE", "JSON array of texts, or of objects with 'text'.");
        var context = SharedOptions.Integer(
            "--context", "Tokens a text, its marks among them.", ClipTokenizer.UsualContext, LeastContext, MostContext);
        var truncate = SharedOptions.Flag("--truncate", "Cut texts that are too long instead of refusing them.");
        var noFtfy = SharedOptions.Flag("--no-ftfy", "Do not repair texts as ftfy does before they are split.");
        return new CliCommand(
            "tokenize",
            "Split texts into the token ids of CLIP.",
            "clipper tokenize --vocab bpe_simple_vocab_16e6.txt.gz --json texts.json --truncate")
        {
            Options = { vocabulary, texts, context, truncate, noFtfy },
            Execute = (parse, session) =>
            {
                var tokenizer = new ClipTokenizer(
                    BpeVocabulary.Read(parse.GetRequiredValue(vocabulary)), !parse.GetValue(noFtfy));
                Print(
                    tokenizer,
                    TextsFile.Read(parse.GetRequiredValue(texts)),
                    new Row(parse.GetValue(context), parse.GetValue(truncate)),
                    session.Terminal);
                return ExitCodes.Done;
            },
        };
    }

    private static void Print(ClipTokenizer tokenizer, IReadOnlyList<string> texts, Row row, Terminal terminal)
    {
        int[][] tokens = tokenizer.TokenizeAll(texts, row.Context, row.IsTruncated);
        (string Text, int[] Ids, int[] Tokens)[] rows =
            [.. texts.Select((text, index) => (text, tokenizer.Encode(text), tokens[index]))];
        terminal.Note($"{rows.Length} texts, {tokenizer.Vocabulary.Count} tokens in the vocabulary");
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartArray();
            foreach ((string text, int[] ids, int[] padded) in rows)
            {
                json.WriteStartObject();
                json.WriteString("text", text);
                WriteIds(json, "ids", ids);
                WriteIds(json, "tokens", padded);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    // On one line, which an indented writer would not do.
    private static void WriteIds(Utf8JsonWriter json, string name, int[] ids)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"[{string.Join(',', ids)}]");
    }

    private readonly record struct Row(int Context, bool IsTruncated);
}
