using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Native;

public sealed class ThreadTests
{
    private const int Threads = 4;

    [Fact]
    public void Four_threads_compute_the_same_as_one()
    {
        using var unrecorded = no_grad();
        using var model = new Modules.SmallTransformer();
        var images = Enumerable.Range(0, Threads)
            .Select(i => randn(2, 3, 8, 8, generator: new Generator((ulong)i)))
            .ToArray();
        var expected = images.Select(image => model.call(image).data<float>().ToArray()).ToArray();
        var actual = new float[Threads][];

        OnThreads(i =>
        {
            using var inference = inference_mode();
            for (var round = 0; round < 50; round++)
            {
                using var result = model.call(images[i]);
                actual[i] = result.data<float>().ToArray();
            }
        });

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Each_thread_reads_its_own_error()
    {
        OnThreads(i =>
        {
            using var x = zeros(i + 1, 7);
            for (var round = 0; round < 200; round++)
            {
                var message = Assert.Throws<ExternalException>(() => x.view(1000 + i)).Message;
                Assert.Contains($"'[{1000 + i}]'", message, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public void Gradient_modes_belong_to_their_thread()
    {
        using var unrecorded = no_grad();

        OnThreads(_ => Assert.True(is_grad_enabled()));

        Assert.False(is_grad_enabled());
    }

    [Fact]
    public void A_tensor_disposed_while_others_read_it_fails_but_does_not_crash()
    {
        for (var round = 0; round < 20; round++)
        {
            var x = ones(10_000);
            OnThreads(i =>
            {
                if (i == 0)
                {
                    Thread.SpinWait(round * 50);
                    x.Dispose();
                    return;
                }

                try
                {
                    while (true) x.sum().Dispose();
                }
                catch (InvalidOperationException)
                {
                    // Disposed: what this test waits for.
                }
            });
        }
    }

    private static void OnThreads(Action<int> act)
    {
        var errors = new Exception?[Threads];
        var threads = Enumerable.Range(0, Threads)
            .Select(i => new Thread(() => errors[i] = Record.Exception(() => act(i))))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.All(errors, Assert.Null);
    }
}
