namespace PartnerTrust.Benchmarks;

internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("partnertrust-bench-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
