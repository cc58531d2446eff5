using System.Globalization;

namespace Clipper.Benchmarks.Suite;

/// <summary>How much other programs keep the machine busy at this moment. The load that Linux tells is a mean over a
/// minute: right after a build it says busy, and right after something began it does not.</summary>
internal static class OtherWork
{
    /// <summary>Of more cores than these, times are not those of an idle machine.</summary>
    public const double MostCores = 0.25;

    private const string Statistics = "/proc/stat";
    private const double TicksPerSecond = 100; // USER_HZ, the same on all Linux machines
    private const int Idle = 3;
    private const int Waiting = 4;
    private const int Guest = 8; // is in the user's time already

    /// <summary>Cores that others use in the time to come, which this waits for.</summary>
    /// <param name="time">How long to look: 0.2 s or more, as the system counts in 0.01 s.</param>
    /// <returns>0 where the system does not tell.</returns>
    public static double Cores(TimeSpan time)
    {
        if (!File.Exists(Statistics))
        {
            return 0;
        }

        double before = BusySeconds(File.ReadLines(Statistics).First());
        double own = Environment.CpuUsage.TotalTime.TotalSeconds;
        long start = TimeProvider.System.GetTimestamp();
        Thread.Sleep(time);
        double passed = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        double busy = BusySeconds(File.ReadLines(Statistics).First()) - before;
        double ours = Environment.CpuUsage.TotalTime.TotalSeconds - own;
        return Math.Max(0, (busy - ours) / passed);
    }

    /// <summary>Processor time of everything since the machine started, in seconds.</summary>
    /// <param name="line">The first line of /proc/stat: user, nice, system, idle, waiting for disks, interrupts (two
    /// kinds), stolen by the host, guests.</param>
    public static double BusySeconds(string line)
    {
        double[] ticks =
        [
            .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(Guest)
                .Select(word => double.Parse(word, CultureInfo.InvariantCulture)),
        ];
        return (ticks.Sum() - ticks[Idle] - ticks[Waiting]) / TicksPerSecond;
    }
}
