using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Restarts;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Tests.PowerShell.Restarts;

public sealed class ComebackTests
{
    private readonly FakeTimeProvider wall = new();

    [Fact]
    public async Task A_server_that_does_not_come_back_is_told_with_what_it_answered_last()
    {
        var waiting = WaitAsync(new Absent());

        var failure = await Assert.ThrowsAsync<FaultException>(() => waiting);

        Assert.Equal("PT8133", failure.Faults[0].Code);
        Assert.Contains("PT3051", failure.Faults[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_comes_back_is_waited_for_no_longer()
    {
        var documents = new Absent { Answers = 3 };

        await WaitAsync(documents);

        Assert.Equal(3, documents.Asked);
    }

    /// <summary>Time passes while somebody waits.</summary>
    private async Task WaitAsync(Absent documents)
    {
        var turns = new Turns();
        var waiting = turns.Run(() => new Comeback(documents, TimeSpan.FromSeconds(60), wall).AwaitAsync(Estate.Exchange, Silence.Instance, default));
        while (!waiting.IsCompleted)
        {
            turns.Run(() => wall.Advance(TimeSpan.FromSeconds(2)));
        }

        await waiting;
    }

    private sealed class Absent : IMetadataSource
    {
        /// <summary>At which question it answers; never where it is 0.</summary>
        public int Answers { get; init; }

        public int Asked { get; private set; }

        public Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
            ++Asked == Answers
                ? Task.FromResult<AuthMetadataDocument>(null!)
                : throw new FaultException(FaultCatalogue.HostUnreachable(request.Url, "down"));
    }
}
