namespace Clipper.Bench.Datasets;

/// <summary>Cuts a data set to a number of samples without favouring a class.</summary>
internal static class SampleLimit
{
    /// <summary>The first sample of every class in turn, then the second of every class, and so on until there are
    /// <paramref name="limit"/>; in loader order. A sample with several labels is taken once, for the first class whose
    /// turn reaches it. 0 or a limit beyond the count takes all.</summary>
    public static IReadOnlyList<Sample> Apply(IReadOnlyList<Sample> samples, int classes, int limit)
    {
        if (limit == 0 || limit >= samples.Count)
        {
            return samples;
        }

        Queue<int>[] waiting = ByClass(samples, classes);
        bool[] taken = new bool[samples.Count];
        for (int left = limit; left > 0;)
        {
            left -= TakeRound(waiting, taken, left);
        }

        return [.. samples.Where((_, index) => taken[index])];
    }

    private static int TakeRound(Queue<int>[] waiting, bool[] taken, int atMost)
    {
        int count = 0;
        foreach (Queue<int> queue in waiting)
        {
            while (queue.Count > 0 && taken[queue.Peek()])
            {
                queue.Dequeue();
            }

            if (queue.Count > 0 && count < atMost)
            {
                taken[queue.Dequeue()] = true;
                count++;
            }
        }

        return count;
    }

    private static Queue<int>[] ByClass(IReadOnlyList<Sample> samples, int classes)
    {
        Queue<int>[] waiting = [.. Enumerable.Range(0, classes).Select(_ => new Queue<int>())];
        for (int i = 0; i < samples.Count; i++)
        {
            foreach (int label in samples[i].Labels)
            {
                waiting[label].Enqueue(i);
            }
        }

        return waiting;
    }
}
