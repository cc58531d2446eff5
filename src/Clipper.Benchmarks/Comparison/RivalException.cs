using Clipper.Core.Errors;

namespace Clipper.Benchmarks.Comparison;

/// <summary>A rival could not be run: mostly, Python or one of its packages is missing (exit code 2).</summary>
internal sealed class RivalException(string message, Exception? inner = null)
    : UserException($"{message} './run.sh bench --rivals' installs what rivals need.", inner)
{
    /// <inheritdoc />
    public override int ExitCode => 2;
}
