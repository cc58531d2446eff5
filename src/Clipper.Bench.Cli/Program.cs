using Clipper.Bench.Cli;
using Clipper.Bench.Cli.Output;

return CommandLine.Run(args, Terminal.OfProcess());
