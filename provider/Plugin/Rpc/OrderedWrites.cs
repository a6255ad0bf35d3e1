using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Creates and updates, real and planned, in the order that one server's settings and its document ask for (<see cref="DocumentOrder"/>).
/// What came in the wrong order all the same is told.</summary>
internal sealed class OrderedWrites(ProgramRun run)
{
    private const string Realm = "realm";

    public async Task<T> RunAsync<T>(
        ResourceType type, string urn, PropertyMap inputs, Func<Task<T>> write, Func<T, Struct> outputsOf, CancellationToken cancellationToken)
    {
        var installation = run.Session.Installation;
        var reads = type.ReadsDocumentOf(inputs, installation);
        await (reads is null ? Task.CompletedTask : run.Order.WaitAsync(reads, cancellationToken));
        T response;
        try
        {
            response = await write();
        }
        finally
        {
            run.Order.Settled(urn);
        }

        if (PropertyCodec.Decode(outputsOf(response)).Text(Realm) is { } realm)
        {
            await NoteAsync(urn, reads, type.DecidesDocumentOf(inputs, installation), realm, cancellationToken);
        }

        return response;
    }

    private async Task NoteAsync(string urn, string? reads, string? decides, string realm, CancellationToken cancellationToken)
    {
        if (reads is not null)
        {
            run.Order.Read(urn, reads, realm);
        }

        if (decides is not null && run.Order.ReadersBefore(decides, realm) is { Count: > 0 } readers)
        {
            var fault = FaultCatalogue.DocumentReadTooEarly(decides, realm, [.. readers.Select(PackageTokens.NameOf)], PackageTokens.NameOf(urn));
            await run.Session.Link.WarnAsync(urn, fault.ToString(), cancellationToken);
        }
    }
}
