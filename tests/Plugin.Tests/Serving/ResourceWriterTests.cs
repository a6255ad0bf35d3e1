using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>What was written is what stands, also where it is not complete: else the deletion of what it replaced would take it away.</summary>
public sealed class ResourceWriterTests : IDisposable
{
    private const string Urn = "urn:pulumi:dev::trust::partnertrust:index:PartnerApplication::it";
    private const string Id = $"{PluginUnderTest.Lync}/Exchange";

    private readonly string folder = Folders.Make("writer");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_not_complete_is_noted_and_told_with_its_mark()
    {
        var environment = new SessionEnvironment(PackageSchema.BuiltIn, TimeProvider.System, NullLoggerFactory.Instance, _ => null, folder);
        await using var session = new ProviderSession(environment, EngineOpening.OpenAsync);
        session.Configure(Installation.Empty with { DataDirectory = folder });
        var engine = (EmbeddedEngine)await session.OpenEngineAsync(CancellationToken.None);
        using var run = new ProgramRun(session);
        var (type, schema) = AllResources.Of(run).Find(Urn, "");
        var operation = new Operation(
            session, engine, new OperationRequest(Urn, "Writing", SecretTexts.None), new Progress<string>(), CancellationToken.None);
        var state = new ResourceState(Id, Programs.Partner(), PropertyMap.Empty);

        var failure = await Assert.ThrowsAsync<RpcException>(() => new ResourceWriter(run.Successions, type, schema, PropertyMap.Empty).WriteAsync(
            operation, () => throw new PartialFailureException(state, [FaultCatalogue.Incomplete(Id, "the restart was interrupted.")])));

        var told = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Equal(Id, told.Id);
        Assert.Contains("PT8009", Assert.Single(told.Reasons), StringComparison.Ordinal);
        Assert.Equal(
            (PropertyValue)(await engine.Ledger.FindMarkAsync("PartnerApplication", Id, CancellationToken.None))!,
            PropertyCodec.Decode(told.Properties)["__instance"]);
        Assert.True(PropertyCodec.Decode(told.Properties).ContainsKey("__store"));
    }
}
