using Clipper.Clip.Checkpoints.Pickles;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;
using Xunit.Abstractions;

namespace Clipper.Clip.Tests.Checkpoints.Pickles;

public sealed class PickleReaderTests(ITestOutputHelper output)
{
    private const int StorageBytes = 64;
    private const int Mebibyte = 1 << 20;

    [Fact]
    public void Read_refuses_every_hostile_pickle_by_name()
    {
        foreach (var (name, bytes, message) in HostilePickles.All)
        {
            var error = Record.Exception(() => Tensors(bytes, isScript: false));

            Assert.True(error is DataFileException, $"{name}: {error?.GetType().Name ?? "accepted"}");
            Assert.StartsWith("w.pt: ", error?.Message, StringComparison.Ordinal);
            Assert.True(error?.Message.Contains(message, StringComparison.Ordinal), $"{name}: {error?.Message}");
        }

        output.WriteLine($"{HostilePickles.All.Count} hostile pickles");
        Assert.True(HostilePickles.All.Count > 300);
    }

    [Fact]
    public void Read_gives_views_of_storages()
    {
        var views = Tensors(PickleBuilder.StateDict("w", "HalfStorage", 12, 2, [2, 3], [1, 4]), isScript: false);

        var view = views["w"];
        Assert.Equal((12, 2), (view.Storage.Elements, view.Offset));
        Assert.Equal([2, 3], view.Shape);
        Assert.Equal([1, 4], view.Strides);
    }

    [Fact]
    public void Read_unwraps_parameters_and_training_checkpoints()
    {
        byte[] bytes = PickleBuilder.Whole(b => b
            .Op('}', '(').Text("epoch").Number(3).Text("state_dict").Op('}').Text("w")
            .Global("torch._utils", "_rebuild_parameter").Op('(').Tensor("FloatStorage", 4, 0, [4], [1]).Op(0x88)
            .Op('}', 't', 'R', 's', 'u'));

        Assert.Equal(["w"], Tensors(bytes, isScript: false).Keys);
    }

    [Fact]
    public void Read_takes_modules_of_a_script_as_bags_of_attributes()
    {
        byte[] bytes = PickleBuilder.Whole(b => b.Global("__torch__.m", "Root").Op(')', 0x81, '}', '(').Text("training")
            .Op(0x88).Text("inner").Global("__torch__.m", "Node").Op(')', 0x81, '}').Text("w")
            .Tensor("FloatStorage", 4, 0, [], []).Op('s', 'b', 'u', 'b'));

        Assert.Equal(["inner.w"], Tensors(bytes, isScript: true).Keys);
    }

    [Fact]
    public void Read_script_whose_modules_never_end_is_refused()
    {
        byte[] own = PickleBuilder.Whole(b =>
            b.Global("__torch__", "Node").Op(')', 0x81, 'q', 0, '}').Text("child").Op('h', 0, 's', 'b'));
        byte[] doubled = PickleBuilder.Whole(b => AddModule(b, 40));

        Assert.Contains("nests modules", Refusal(own, isScript: true), StringComparison.Ordinal);
        Assert.Contains("nests modules", Refusal(doubled, isScript: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_depth_costs_no_stack_and_shared_values_no_room()
    {
        // A million tuples in each other; then 60 doublings of one value, 2^60 if anything followed them.
        byte[] deep = PickleBuilder.Whole(b => b.Op([')', .. Enumerable.Repeat(0x85, 1_000_000)]));
        byte[] bomb = PickleBuilder.Whole(b =>
        {
            b.Op(')');
            for (int i = 0; i < 60; i++)
            {
                b.Op('q', 0, 'h', 0, 0x86);
            }
        });

        Assert.Contains("neither a state dict", Refusal(deep), StringComparison.Ordinal);
        Assert.Contains("neither a state dict", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_memo_number_takes_no_room()
    {
        byte[] bytes = PickleBuilder.Whole(b => b.Op('}', 'r').Raw(-1, 4));

        Assert.InRange(AllocatedBy(() => Tensors(bytes, isScript: false)), 0, bytes.Length + Mebibyte);
    }

    [Fact]
    public void Read_mutated_pickle_neither_crashes_nor_allocates_what_it_declares()
    {
        byte[] real = PickleBuilder.Whole(b => b.Op('}', '(').Text("a").Tensor("FloatStorage", 16, 0, [4, 4], [4, 1])
            .Text("b").Tensor("HalfStorage", 32, 2, [2, 3], [1, 2]).Text("c").Tensor("LongStorage", 1, 0, [], [])
            .Op('u'));
        var random = new Mt19937(20260101);
        int accepted = 0;
        for (int i = 0; i < 100_000; i++)
        {
            byte[] bytes = Mutate(real, random);
            bool isScript = i % 2 == 0;
            long allocated = AllocatedBy(() => accepted += Accepts(bytes, isScript) ? 1 : 0);
            Assert.InRange(allocated, 0, bytes.Length + Mebibyte);
        }

        output.WriteLine($"{accepted} of 100000 mutations are still tensors");
        Assert.InRange(accepted, 1, 99_999);
    }

    // A module with the one below it twice: 2^depth paths.
    private static void AddModule(PickleBuilder pickle, int depth)
    {
        pickle.Global("__torch__", "Node").Op(')', 0x81, 'q', depth, '}');
        if (depth > 0)
        {
            pickle.Op('(').Text("x");
            AddModule(pickle, depth - 1);
            pickle.Text("y").Op('h', depth - 1).Op('u');
        }

        pickle.Op('b');
    }

    private static byte[] Mutate(byte[] real, Mt19937 random)
    {
        var bytes = new List<byte>(real);
        for (uint edits = 1 + (random.Next() % 4); edits > 0 && bytes.Count > 0; edits--)
        {
            int at = (int)(random.Next() % (uint)bytes.Count);
            switch (random.Next() % 5)
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next());
                    break;
                case 2:
                    bytes.RemoveRange(at, (int)(random.Next() % (uint)(bytes.Count - at)));
                    break;
                case 3:
                    bytes[at] ^= (byte)(1 << (int)(random.Next() % 8));
                    break;
                default:
                    bytes[at] = (byte)random.Next();
                    break;
            }
        }

        return [.. bytes];
    }

    private static bool Accepts(byte[] bytes, bool isScript)
    {
        try
        {
            Tensors(bytes, isScript);
            return true;
        }
        catch (DataFileException)
        {
            return false;
        }
    }

    private static long AllocatedBy(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Refusal(byte[] bytes, bool isScript = false) =>
        Assert.Throws<DataFileException>(() => Tensors(bytes, isScript)).Message;

    private static IReadOnlyDictionary<string, TorchTensor> Tensors(byte[] bytes, bool isScript) => TensorNames.Of(
        "w.pt", PickleReader.Read("w.pt", bytes, new FixedStorages(StorageBytes),
            isScript ? PickleDialect.ScriptModules : PickleDialect.Tensors));
}
