using System.Buffers.Binary;
using System.Security.Cryptography;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Randomness;

public sealed class SeedTests
{
    [Fact]
    public void Derive_is_the_head_of_the_documented_SHA256()
    {
        byte[] message =
        [
            7, 0, 0, 0, 0, 0, 0, 0,
            4, 0, 0, 0, .. "draw"u8,
            3, 0, 0, 0, .. "yal"u8,
            0x02, 0x01, 0, 0, 0, 0, 0, 0,
        ];

        ulong expected = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(message));

        Assert.Equal(new Seed(expected), Seed.Derive("draw", "yal", 0x0102, new Seed(7)));
    }

    [Theory] // made with Python's hashlib
    [InlineData("draw", "omniglot", 0L, 0UL, 8717347098895398694UL)]
    [InlineData("draw", "omniglot", 1L, 0UL, 6082719619229513467UL)]
    [InlineData("shapes", "Ångström", -1L, 18446744073709551615UL, 12007099667600001174UL)]
    public void Derive_gives_the_committed_vector(
        string purpose, string subject, long index, ulong root, ulong expected) =>
        Assert.Equal(expected, Seed.Derive(purpose, subject, index, new Seed(root)).Value);

    [Fact]
    public void Derive_keeps_names_apart_that_only_join_alike() =>
        Assert.NotEqual(Seed.Derive("ab", "c", 0), Seed.Derive("a", "bc", 0));
}
