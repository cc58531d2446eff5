using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Clusters;

/// <summary>A Slurm cluster of one node (tests/slurm/cluster.sh), ended with the test.</summary>
internal sealed class SlurmBox : IDisposable
{
    private static readonly string Script = RepositoryRoot.Combine("tests", "slurm", "cluster.sh");

    private readonly TemporaryFolder _folder = new();

    public SlurmBox()
    {
        // munged, which runs as a user of its own, has to reach its socket.
        Run("chmod", "0755", _folder.Path);
        try
        {
            Run("sh", [Script, "start", _folder.Path, .. FreePorts()]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What Slurm's commands find the cluster by.</summary>
    public (string, string) Environment => ("SLURM_CONF", _folder.Combine("slurm.conf"));

    /// <summary>Ends a task as the kernel would.</summary>
    public void Kill(string task) => Run("scancel", "--signal=KILL", task);

    public void Dispose()
    {
        Run("sh", Script, "stop", _folder.Path);
        _folder.Dispose();
    }

    private void Run(string program, params string[] args)
    {
        // To a file: daemons keep what they inherit, and a pipe would not end before they do.
        string log = _folder.Combine("commands.log");
        string words = string.Join(' ', args.Prepend(program).Select(word => $"'{word}'"));
        var start = new ProcessStartInfo("sh", ["-c", $"exec {words} >>'{log}' 2>&1 </dev/null"]);
        start.Environment["PATH"] += ":/usr/sbin:/sbin";
        start.Environment["SLURM_CONF"] = _folder.Combine("slurm.conf");
        using Process process = Process.Start(start)
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{words}: {(File.Exists(log) ? File.ReadAllText(log) : "")}");
    }

    // Both are held until both are known: else they could be the same.
    private static string[] FreePorts()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        return [PortOf(first), PortOf(second)];
    }

    private static string PortOf(TcpListener listener)
    {
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
