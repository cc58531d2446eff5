using Clipper.Clip.Files;
using Clipper.Core.Errors;
using Clipper.Testing.Archives;

namespace Clipper.Clip.Tests.Files;

public sealed class TarEntriesTests
{
    private static readonly byte[] _abc = "abc"u8.ToArray();

    [Fact]
    public void Next_lists_files_of_every_form_of_name_and_leaves_folders_out()
    {
        string deep = string.Join('/', Enumerable.Repeat("folder", 40)) + "/é.png";
        byte[] tar = new TarBytes().Entry('5', "./").Entry('5', "./a/").File("./a/b.png", _abc).File("empty", [])
            .LongFile(deep, _abc).PaxFile("pax/" + deep, _abc).Entry('\0', "old", _abc).ToArray();

        IReadOnlyList<TarEntryRecord> entries = List(tar);

        Assert.Equal(["a/b.png", "empty", deep, "pax/" + deep, "old"], entries.Select(e => e.Name));
        Assert.All(
            entries.Where(e => e.Length > 0),
            e => Assert.Equal(_abc, tar.AsSpan((int)e.Start, (int)e.Length).ToArray()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReadContent_gives_each_content_whether_the_stream_can_seek_or_not(bool canSeek)
    {
        byte[] tar = new TarBytes().File("a", _abc).File("b", new byte[70_000]).File("c", _abc).ToArray();
        using Stream stream = canSeek ? new MemoryStream(tar) : new OneWayStream(tar);
        var entries = new TarEntries("t.tar", stream, new());
        byte[] bytes = new byte[10];

        TarEntryRecord a = Assert.IsType<TarEntryRecord>(entries.Next());
        Assert.Equal(3, entries.ReadContent(a, bytes));
        Assert.Equal(0, entries.ReadContent(a, bytes));
        Assert.NotNull(entries.Next());
        TarEntryRecord c = Assert.IsType<TarEntryRecord>(entries.Next());

        Assert.Equal(3, entries.ReadContent(c, bytes));
        Assert.Equal(_abc, bytes[..3]);
        Assert.Null(entries.Next());
    }

    [Theory]
    [InlineData("../evil", "'..'")]
    [InlineData("a/../../evil", "'..'")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("C:/evil", "absolute")]
    [InlineData("a\\evil", "backslash")]
    [InlineData("a//evil", "empty")]
    [InlineData("./././evil", "'.'")]
    [InlineData("a\nevil", "control character")]
    [InlineData("GOOD", "letter case alone")]
    [InlineData("./good", "occurs twice")]
    [InlineData("good/", "occurs twice")]
    public void Next_hostile_name_is_refused_by_name(string name, string expected)
    {
        Assert.Contains(
            expected, Refusal(new TarBytes().File("good", _abc).File(name, _abc)), StringComparison.Ordinal);
        Assert.Contains(
            expected, Refusal(new TarBytes().File("good", _abc).LongFile(name, _abc)), StringComparison.Ordinal);
        Assert.Contains(
            expected, Refusal(new TarBytes().File("good", _abc).PaxFile(name, _abc)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('1', "is a link")]
    [InlineData('2', "is a link")]
    [InlineData('3', "device or pipe")]
    [InlineData('4', "device or pipe")]
    [InlineData('6', "device or pipe")]
    [InlineData('S', "sparse")]
    [InlineData('M', "unknown kind")]
    public void Next_what_is_neither_file_nor_folder_is_refused(char kind, string expected) => Assert.Contains(
        expected, Refusal(new TarBytes().Entry(kind, "a", link: "../../etc/passwd")), StringComparison.Ordinal);

    [Theory]
    [InlineData("77777777777", "claims")]
    [InlineData("0000000000x", "claims")]
    [InlineData("00000004000", "ends inside")]
    public void Next_lying_size_is_refused(string size, string expected) =>
        Assert.Contains(expected, Refusal(new TarBytes().Entry('0', "a", _abc, size: size)), StringComparison.Ordinal);

    [Theory]
    [InlineData("size", "9223372036854775807", "claims")]
    [InlineData("size", "-1", "claims")]
    [InlineData("GNU.sparse.major", "1", "sparse")]
    [InlineData("path", "../evil", "'..'")]
    public void Next_lying_extended_header_is_refused(string key, string value, string expected) => Assert.Contains(
        expected, Refusal(new TarBytes().Pax((key, value)).File("a", _abc)), StringComparison.Ordinal);

    [Theory]
    [InlineData("99 path=a\n")]
    [InlineData("x path=a\n")]
    [InlineData("7 path=a")]
    [InlineData("0 \n")]
    [InlineData("path")]
    public void Next_damaged_extended_header_is_refused(string text) => Assert.Contains(
        "damaged extended header",
        Refusal(new TarBytes().Entry('x', "x", System.Text.Encoding.UTF8.GetBytes(text)).File("a", _abc)),
        StringComparison.Ordinal);

    [Fact]
    public void Next_global_header_may_comment_but_not_rename()
    {
        byte[] comment = "13 comment=ab"u8.ToArray();
        Assert.Single(List(new TarBytes().Entry('g', "g", [.. comment[..^1], 10]).File("a", _abc).ToArray()));
        Assert.Contains(
            "of all files", Refusal(new TarBytes().Entry('g', "g", "10 path=a\n"u8.ToArray()).File("b", _abc)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Next_more_than_the_limits_is_refused()
    {
        TarBytes tar = new TarBytes().File("a", _abc).File("b", _abc);

        Assert.Throws<DataFileException>(() => List(tar.ToArray(), new(EntryBytes: 2)));
        Assert.Throws<DataFileException>(() => List(tar.ToArray(), new(TotalBytes: 5)));
        Assert.Throws<DataFileException>(() => List(tar.ToArray(), new(Entries: 1)));
        Assert.Equal(2, List(tar.ToArray(), new(EntryBytes: 3, TotalBytes: 6, Entries: 2)).Count);
    }

    [Fact]
    public void Next_second_archive_behind_the_end_is_refused() => Assert.Contains(
        "behind its end", Refusal(new TarBytes().File("a", _abc).Raw(new byte[1024]).Raw(new byte[2 << 20])),
        StringComparison.Ordinal);

    [Fact]
    public void Next_any_damage_is_an_error_or_the_same_list()
    {
        byte[] tar = new TarBytes().LongFile(new string('n', 120), _abc).PaxFile("p", _abc).File("a", _abc).ToArray();
        string[] names = [.. List(tar).Select(e => e.Name)];

        for (int i = 0; i < tar.Length; i++)
        {
            byte[] changed = [.. tar];
            changed[i] ^= (byte)(1 << (i % 8));
            if (Record.Exception(() => List(changed)) is { } error)
            {
                Assert.IsType<DataFileException>(error);
            }
        }

        for (int length = 0; length < tar.Length - 1024; length += 7)
        {
            Assert.Throws<DataFileException>(() => List(tar[..length]));
        }

        Assert.Equal(3, names.Length);
    }

    private static List<TarEntryRecord> List(byte[] tar, ArchiveLimits? limits = null)
    {
        using var stream = new MemoryStream(tar);
        var entries = new TarEntries("t.tar", stream, limits ?? new());
        var list = new List<TarEntryRecord>();
        while (entries.Next() is { } entry)
        {
            list.Add(entry);
        }

        return list;
    }

    private static string Refusal(TarBytes tar) =>
        Assert.Throws<DataFileException>(() => List(tar.ToArray())).Message;

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
    }
}
