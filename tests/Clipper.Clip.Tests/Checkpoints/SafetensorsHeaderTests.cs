using System.Buffers.Binary;
using System.Text;
using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Clip.Tests.Checkpoints;

public sealed class SafetensorsHeaderTests
{
    private const string Path = "weights.safetensors";
    private const string Valid = """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""";

    [Theory]
    [InlineData(Valid, 2)]
    [InlineData("{}", 0)]
    [InlineData("""{"__metadata__":null}""", 0)]
    [InlineData("""{"a":{"dtype":"F4","shape":[4],"data_offsets":[0,2]}}""", 2)]
    [InlineData("""{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}""", 2)]
    [InlineData("""{"a":{"dtype":"F64","shape":[0,4611686018427387904],"data_offsets":[0,0]}}""", 0)]
    [InlineData("""{"a":{"shape":[1],"more":{"x":[1,{"y":"z"}]},"data_offsets":[0,1],"dtype":"BOOL"}}""", 1)]
    public void Parse_valid_header_is_accepted(string json, int dataLength)
    {
        var header = Parse(json, dataLength);

        Assert.Equal(dataLength, header.Tensors.Values.Sum(tensor => tensor.Length));
    }

    [Theory]
    [InlineData("", 0, "not JSON")]
    [InlineData("[]", 0, "to be a JSON object")]
    [InlineData("{} {}", 0, "not JSON")]
    [InlineData("{}\0\0", 0, "not JSON")]
    [InlineData("""{"a":1}""", 0, "'a' to be an object")]
    [InlineData("""{"__metadata__":[]}""", 0, "__metadata__ to be an object")]
    [InlineData("""{"__metadata__":{"k":1}}""", 0, "'k' to be a string")]
    [InlineData("""{"__metadata__":{"k":"1","k":"1"}}""", 0, "metadata key 'k' comes twice")]
    [InlineData("""{"__metadata__":{},"__metadata__":{}}""", 0, "'__metadata__' comes twice")]
    [InlineData("""{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"a":{}}""", 0, "'a' comes twice")]
    [InlineData("""{"a":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "states dtype twice")]
    [InlineData("""{"a":{"dtype":"u8","shape":[1],"data_offsets":[0,1]}}""", 1, "unknown dtype 'u8'")]
    [InlineData("""{"a":{"dtype":1,"shape":[1],"data_offsets":[0,1]}}""", 1, "to be a string")]
    [InlineData("""{"a":{"dtype":"U8","data_offsets":[0,1]}}""", 1, "lacks shape")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1]}}""", 1, "lacks data_offsets")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1,1]}}""", 1, "expected 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0]}}""", 1, "expected 2")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,"1"]}}""", 1, "to hold numbers")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}""", 1, "not a whole")]
    [InlineData("""{"a":{"dtype":"U8","shape":[-0],"data_offsets":[0,0]}}""", 0, "not a whole")]
    [InlineData("""{"a":{"dtype":"U8","shape":[18446744073709551616],"data_offsets":[0,0]}}""", 0, "not a whole")]
    [InlineData("""{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,2]}}""", 2, "whole bytes")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4611686018427387904,0],"data_offsets":[0,1]}}""", 1, "has 1 bytes")]
    [InlineData("""{"a":{"dtype":"F64","shape":[4611686018427387904,4,0],"data_offsets":[0,0]}}""", 0, "larger")]
    [InlineData("""{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,18446744073709551615]}}""", 1, "need 1")]
    [InlineData(Valid, 1, "but 1 follow")]
    [InlineData(Valid, 3, "but 3 follow")]
    [InlineData("""{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, "surrogate")]
    public void Parse_broken_header_is_refused_with_file_place_and_reason(string json, int dataLength, string reason)
    {
        var error = Assert.Throws<DataFileException>(() => Parse(json, dataLength));

        Assert.StartsWith($"{Path}: not a valid safetensors file: at byte ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.EndsWith("Fetch or convert the file again.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_deep_nesting_is_refused_without_overflow()
    {
        string deep = new string('[', 100_000) + new string(']', 100_000);

        Assert.Throws<DataFileException>(() => Parse("""{"a":{"x":""" + deep + "}}", 0));
    }

    [Fact]
    public void Parse_header_over_100_megabytes_is_refused_by_its_claim_alone()
    {
        byte[] start = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(start, 100_000_001);

        var error = Assert.Throws<DataFileException>(() => SafetensorsHeader.Parse(start, 200_000_000, Path));

        Assert.Contains("at most 100000000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_a_million_mutations_never_crash_nor_allocate_more_than_the_file_and_a_mebibyte()
    {
        byte[][] seeds =
        [
            File(Valid, 2),
            File(
                """{"__metadata__":{"format":"pt"},"a":{"dtype":"F16","shape":[2,1],"data_offsets":[0,4]},"""
                + """ "b":{"dtype":"F32","shape":[],"data_offsets":[4,8]}}""",
                8),
            File(
                """{"é\n\"":{"dtype":"I64","shape":[3,0,2],"data_offsets":[0,0],"x":[true,null,{"y":1.5e3}]}}""",
                0),
        ];
        const int Threads = 2;
        const int MutationsEach = 500_000;
        var accepted = new int[Threads];

        Parallel.For(0, Threads, thread => accepted[thread] = Mutate(seeds, MutationsEach, seed: (ulong)thread + 1));

        Assert.All(accepted, count => Assert.InRange(count, 1, MutationsEach - 1));
    }

    private static int Mutate(byte[][] seeds, int mutations, ulong seed)
    {
        var random = new SplitMix(seed);
        int accepted = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] original = seeds[random.Below(seeds.Length)];
            int cut = random.Below(8) == 0 ? random.Below(original.Length) : 0;
            byte[] bytes = original.AsSpan(0, original.Length - cut).ToArray();
            for (int change = random.Below(4); change >= 0 && bytes.Length > 0; change--)
            {
                bytes[random.Below(bytes.Length)] = (byte)random.Below(256);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            accepted += TryParse(bytes) ? 1 : 0;
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated <= bytes.Length + (1 << 20), $"{allocated} bytes for {Convert.ToHexString(bytes)}");
        }

        return accepted;
    }

    private static bool TryParse(byte[] bytes)
    {
        try
        {
            SafetensorsHeader.Parse(bytes, bytes.Length, Path);
            return true;
        }
        catch (DataFileException)
        {
            return false;
        }
    }

    private static SafetensorsHeader Parse(string json, int dataLength)
    {
        byte[] file = File(json, dataLength);
        return SafetensorsHeader.Parse(file, file.Length, Path);
    }

    private static byte[] File(string json, int dataLength)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        byte[] file = new byte[8 + text.Length + dataLength];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)text.Length);
        text.CopyTo(file, 8);
        return file;
    }

    // Steele, Lea, Flood (2014): small, seeded, the same everywhere.
    private sealed class SplitMix(ulong state)
    {
        public int Below(int limit)
        {
            state += 0x9E3779B97F4A7C15;
            ulong mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return (int)((mixed ^ (mixed >> 31)) % (ulong)limit);
        }
    }
}
