using System.Globalization;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Native;

public sealed partial class LeakTests
{
    private const long Mebibyte = 1 << 20;

    [Fact]
    public void Eight_gibibytes_in_scopes_leave_the_process_as_small_as_it_was()
    {
        Allocate(512 * Mebibyte);
        var before = HeldMemory();

        Allocate(8192 * Mebibyte);

        Assert.InRange(HeldMemory() - before, long.MinValue, 50 * Mebibyte);
    }

    [Fact]
    public void Recorded_training_steps_leave_nothing_behind()
    {
        Train(20);
        var before = HeldMemory();

        Train(200);

        Assert.InRange(HeldMemory() - before, long.MinValue, 50 * Mebibyte);
    }

    [Fact]
    public void Failing_calls_leave_nothing_behind()
    {
        using var big = zeros(1 << 20);
        for (var i = 0; i < 100; i++) Fail(big);
        var before = HeldMemory();

        for (var i = 0; i < 500; i++) Fail(big);

        Assert.InRange(HeldMemory() - before, long.MinValue, 50 * Mebibyte);
    }

    // Each round makes tensors of 16 MiB, 1 MiB and 64 KiB, by an operator and from an array, with views of them.
    private static void Allocate(long bytes)
    {
        var elements = new float[16 * 1024];
        for (var done = 0L; done < bytes; done += (16 + 16 + 1) * Mebibyte)
        {
            using var scope = NewDisposeScope();
            var large = ones(2, 2 * Mebibyte);
            var sum = large + 1;
            _ = sum[0].narrow(0, 5, 7);
            _ = zeros(256, 1024).unbind();
            for (var i = 0; i < 8; i++) _ = tensor(elements).reshape(128, 128).t();
        }
    }

    private static void Train(int steps)
    {
        using var model = nn.Linear(512, 512);
        using var optimiser = optim.Adam(model.parameters());
        using var input = ones(64, 512);
        for (var i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimiser.zero_grad();
            model.call(input).pow(2).sum().backward();
            optimiser.step();
        }
    }

    private static void Fail(Tensor big)
    {
        using var scope = NewDisposeScope();
        var sum = big + 1;
        Assert.ThrowsAny<Exception>(() => cat([sum, zeros(1, 1)]));
    }

    // glibc keeps freed blocks for reuse; they are given back first, so that only what is still held counts. Pages of
    // libraries do not: the kernel drops and reads them as it likes.
    private static long HeldMemory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        _ = TrimHeap(0);
        return File.ReadLines("/proc/self/status")
            .Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields is ["RssAnon:" or "VmSwap:", _, "kB"])
            .Sum(fields => 1024 * long.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int TrimHeap(nuint keep);
}
