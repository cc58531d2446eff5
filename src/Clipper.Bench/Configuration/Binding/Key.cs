namespace Clipper.Bench.Configuration.Binding;

/// <summary>A key of a mapping and how its value is read.</summary>
internal sealed record Key<T>(string Name, ValueReader<T> Reader);
