using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace Clipper.Testing;

/// <summary>Writes a very small CLIP with both towers, OpenAI's names and a vocabulary of two merges; its weights are
/// made up and the same everywhere.</summary>
public static class TinyClip
{
    /// <summary>Side of its images.</summary>
    public const int ImageSize = 16;

    /// <summary>Length of its embeddings.</summary>
    public const int EmbeddingSize = 8;

    /// <summary>Tokens of a text.</summary>
    public const int ContextLength = 48;

    /// <summary>Its number of tokens: bytes twice, two merges, two marks.</summary>
    public const int VocabularySize = 516;

    private const int VisionWidth = 16;
    private const int TextWidth = 8;

    private const string ModelJson = """
        {
          "name": "tiny-clip", "heads": 2, "activation": "quick_gelu", "layer_norm_eps": 1e-5, "pooling": "class_token",
          "text": { "heads": 2 }
        }
        """;

    /// <summary>Writes it into a folder of its own and returns the folder.</summary>
    /// <param name="folder">Holds it.</param>
    /// <param name="name">Name of its folder.</param>
    public static string Write(TemporaryFolder folder, string name = "tiny-clip")
    {
        folder.Write($"{name}/model.json", ModelJson);
        folder.Write($"{name}/bpe_simple_vocab_tiny.txt", "#version: 0.2\nr e\nre d</w>\n");
        File.WriteAllBytes(folder.Combine(name, "model.safetensors"), Safetensors([.. Vision(), .. Text()]));
        return folder.Combine(name);
    }

    private static IEnumerable<(string Name, int[] Shape)> Vision() =>
    [
        ("visual.class_embedding", [VisionWidth]),
        ("visual.positional_embedding", [5, VisionWidth]),
        ("visual.conv1.weight", [VisionWidth, 3, 8, 8]),
        .. Norm("visual.ln_pre", VisionWidth),
        .. Block("visual.transformer.resblocks.0", VisionWidth),
        .. Norm("visual.ln_post", VisionWidth),
        ("visual.proj", [VisionWidth, EmbeddingSize]),
    ];

    private static IEnumerable<(string Name, int[] Shape)> Text() =>
    [
        ("token_embedding.weight", [VocabularySize, TextWidth]),
        ("positional_embedding", [ContextLength, TextWidth]),
        .. Block("transformer.resblocks.0", TextWidth),
        .. Norm("ln_final", TextWidth),
        ("text_projection", [TextWidth, EmbeddingSize]),
        ("logit_scale", []),
    ];

    private static IEnumerable<(string Name, int[] Shape)> Block(string name, int width) =>
    [
        .. Norm(name + ".ln_1", width),
        (name + ".attn.in_proj_weight", [3 * width, width]),
        (name + ".attn.in_proj_bias", [3 * width]),
        (name + ".attn.out_proj.weight", [width, width]),
        (name + ".attn.out_proj.bias", [width]),
        .. Norm(name + ".ln_2", width),
        (name + ".mlp.c_fc.weight", [2 * width, width]),
        (name + ".mlp.c_fc.bias", [2 * width]),
        (name + ".mlp.c_proj.weight", [width, 2 * width]),
        (name + ".mlp.c_proj.bias", [width]),
    ];

    private static (string Name, int[] Shape)[] Norm(string name, int width) =>
        [(name + ".weight", [width]), (name + ".bias", [width])];

    private static byte[] Safetensors(IEnumerable<(string Name, int[] Shape)> tensors)
    {
        var header = new SortedDictionary<string, object>(StringComparer.Ordinal);
        var values = new List<byte>();
        uint state = 1;
        foreach (var (name, shape) in tensors)
        {
            int count = shape.Aggregate(1, (product, length) => product * length);
            int start = values.Count;
            for (int i = 0; i < count; i++)
            {
                state = (state * 1664525) + 1013904223;
                float value = ((state >> 8) / (float)(1 << 24)) - 0.5f;
                values.AddRange(BitConverter.GetBytes(name == "logit_scale" ? 2f : value));
            }

            header.Add(name, new { dtype = "F32", shape, data_offsets = new[] { start, values.Count } });
        }

        byte[] json = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(header));
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        return [.. length, .. json, .. values];
    }
}
