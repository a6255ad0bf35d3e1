using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Unchecked;

/// <summary>Requests straight on the wire that never went through Check, or whose recorded state somebody edited: each is answered by a number
/// that names the property, never by an error of ours.</summary>
[Trait("Size", "Nightly")]
public sealed class UncheckedRequestTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<int> Specimens { get; } = [.. Enumerable.Range(0, Specimen.All.Count)];

    [Theory]
    [MemberData(nameof(Specimens))]
    public async Task Whatever_is_wrong_with_inputs_or_state_is_refused_by_a_number(int index)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Specimen.WriteFileAsync(plugin.Folder);
        var specimen = Specimen.All[index];
        var urn = new ManagedResource(plugin, specimen.Type).Urn;
        var recorded = await RecordedAsync(plugin, specimen);
        var answers = new Answers();
        foreach (var (what, map) in Mutations.Of(specimen.Inputs))
        {
            await AskWithInputsAsync(answers, plugin, specimen, urn, what, map, recorded);
        }

        foreach (var (what, map) in Mutations.Of(recorded))
        {
            await AskWithStateAsync(answers, plugin, specimen, urn, what, map);
        }

        answers.AssertRight();
    }

    [Theory]
    [MemberData(nameof(Specimens))]
    public async Task An_id_of_another_form_is_refused_by_a_number(int index)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var specimen = Specimen.All[index];
        var urn = new ManagedResource(plugin, specimen.Type).Urn;
        var inputs = PropertyCodec.Encode(specimen.Inputs);
        var answers = new Answers();
        foreach (var id in Specimen.Ids)
        {
            var what = $"id {id[..Math.Min(id.Length, 60)]}";
            await answers.AskAsync($"Read {what}", () => plugin.Client.ReadAsync(new ReadRequest { Urn = urn, Id = id }, None));
            await answers.AskAsync(
                $"Read {what}", () => plugin.Client.ReadAsync(new ReadRequest { Urn = urn, Id = id, Inputs = inputs, Properties = inputs }, None));
            await answers.AskAsync(
                $"Diff {what}", () => plugin.Client.DiffAsync(new DiffRequest { Urn = urn, Id = id, Olds = inputs, News = inputs }, None));
            await answers.AskAsync(
                $"Update {what}", () => plugin.Client.UpdateAsync(new UpdateRequest { Urn = urn, Id = id, Olds = inputs, News = inputs }, None));
            await answers.AskAsync($"Delete {what}", () => plugin.Client.DeleteAsync(new DeleteRequest { Urn = urn, Id = id }, None));
        }

        answers.AssertRight();
    }

    [Theory]
    [InlineData("CertificateBinding", "server")]
    [InlineData("CertificateBinding", "source")]
    [InlineData("AuthMetadataEndpoint", "server")]
    [InlineData("PartnerApplication", "name")]
    [InlineData("PartnerApplication", "authMetadataUrl")]
    [InlineData("AuthorizationServer", "authMetadataUrl")]
    [InlineData("ConnectivityCheck", "sipUri")]
    public async Task What_is_missing_is_named_by_create_and_update(string type, string property)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var specimen = Specimen.All.First(specimen => specimen.Type == type);
        var urn = new ManagedResource(plugin, type).Urn;
        var (whole, lacking) = (PropertyCodec.Encode(specimen.Inputs), PropertyCodec.Encode(specimen.Inputs.Remove(property)));
        var answers = new Answers();
        foreach (var preview in new[] { false, true })
        {
            await answers.AskAsync(
                "Create",
                () => MustFail(plugin.Client.CreateAsync(new CreateRequest { Urn = urn, Properties = lacking, Preview = preview }, None)),
                property);
            await answers.AskAsync(
                "Update",
                () => MustFail(plugin.Client.UpdateAsync(
                    new UpdateRequest { Urn = urn, Id = specimen.Id, Olds = whole, News = lacking, Preview = preview }, None)),
                property);
        }

        answers.AssertRight();
    }

    [Fact]
    public async Task A_recorded_value_of_another_type_is_named()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var specimen = Specimen.All.First(specimen => specimen.Type == "ConnectivityCheck");
        var recorded = PropertyCodec.Encode(specimen.Inputs.Set("sipUri", true));
        var answers = new Answers();

        await answers.AskAsync(
            "Read",
            () => MustFail(plugin.Client.ReadAsync(
                new ReadRequest { Urn = new ManagedResource(plugin, specimen.Type).Urn, Id = specimen.Id, Inputs = recorded, Properties = recorded },
                None)),
            "sipUri: PT1039");

        answers.AssertRight();
    }

    [Fact]
    public async Task A_data_directory_with_a_name_that_none_can_have_is_refused()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var settings = PropertyCodec.Encode(PluginUnderTest.Servers.Set("dataDirectory", "a\0b"));

        var response = await plugin.Client.CheckConfigAsync(new CheckRequest { News = settings }, None);

        Assert.StartsWith(
            "PT1040", Assert.Single(response.Failures, failure => failure.Place() == "dataDirectory").Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Functions_and_lists_refuse_by_a_number()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        var answers = new Answers();
        foreach (var (function, arguments) in Arguments)
        {
            foreach (var (what, map) in Mutations.Of(arguments))
            {
                var request = new InvokeRequest { Tok = PackageTokens.Of(function), Args = PropertyCodec.Encode(map) };
                await answers.AskAsync($"{function} {what}", () => plugin.Client.InvokeAsync(request, None));
            }
        }

        var query = PropertyMap.Of(("server", PluginUnderTest.Lync), ("product", "LyncServer"), ("applicationIdentifier", "x"));
        foreach (var token in new[] { "", "x", PackageTokens.Of("CertificateBinding"), PackageTokens.Of("PartnerApplication"), PackageTokens.Of("OAuthConfiguration") })
        {
            foreach (var (what, map) in Mutations.Of(query))
            {
                var request = new ListRequest { Token = token, Query = PropertyCodec.Encode(map), PageSize = -5, Limit = long.MinValue };
                await answers.AskAsync($"List {token} {what}", () => DrainAsync(plugin.Client.ListAsync(request, None)));
            }
        }

        answers.AssertRight();
    }

    [Fact]
    public async Task Settings_are_refused_by_a_number()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var settings = PluginUnderTest.Servers.Set("engine", "embedded").Set("dataDirectory", "data").Set("proveOnPreview", true);
        var answers = new Answers();
        foreach (var (what, map) in Mutations.Of(settings))
        {
            var (given, sound) = (PropertyCodec.Encode(map), PropertyCodec.Encode(settings));
            await answers.AskAsync(
                $"CheckConfig {what}", () => plugin.Client.CheckConfigAsync(new CheckRequest { News = given, Olds = given }, None));
            await answers.AskAsync($"DiffConfig {what}", () => plugin.Client.DiffConfigAsync(new DiffRequest { News = given, Olds = sound }, None));
            await answers.AskAsync(
                $"DiffConfig of {what}",
                () => plugin.Client.DiffConfigAsync(new DiffRequest { News = sound, Olds = given, OldInputs = given }, None));
            await answers.AskAsync($"Configure {what}", () => plugin.Client.ConfigureAsync(new ConfigureRequest { Args = given }, None));
        }

        answers.AssertRight();
    }

    [Fact]
    public async Task Requests_without_anything_in_them_are_refused_by_a_number_configured_or_not()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var answers = new Answers();
        await AskEmptyAsync(answers, plugin, "before");
        await plugin.ConfigureAsync(PluginUnderTest.Servers);
        await AskEmptyAsync(answers, plugin, "configured");
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("dataDirectory", "other"));
        await AskEmptyAsync(answers, plugin, "configured twice");

        answers.AssertRight();
    }

    [Fact]
    public async Task Components_refuse_by_a_number()
    {
        await using var monitor = await RecordingMonitor.StartAsync(request => new RegisterResourceResponse
        {
            Urn = RecordingMonitor.UrnOf(request.Type, request.Name),
            Object = request.Object,
        });
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var answers = new Answers();
        foreach (var (what, map) in Mutations.Of(Trust))
        {
            var request = new ConstructRequest
            {
                Type = PackageTokens.Of("TwoWayTrust"),
                Name = "trust",
                Inputs = PropertyCodec.Encode(map),
                MonitorEndpoint = monitor.Address,
            };
            await answers.AskAsync($"Construct {what}", () => plugin.Client.ConstructAsync(request, None));
        }

        foreach (var endpoint in new[] { "", "::", "127.0.0.1:99999999", "https://[" })
        {
            var request =
                new ConstructRequest { Type = PackageTokens.Of("TwoWayTrust"), Inputs = PropertyCodec.Encode(Trust), MonitorEndpoint = endpoint };
            await answers.AskAsync($"Construct at \"{endpoint}\"", () => plugin.Client.ConstructAsync(request, None));
        }

        answers.AssertRight();
    }

    private static PropertyMap Trust { get; } = PropertyMap.Of(
        ("lync", PropertyMap.Of(("server", PluginUnderTest.Lync), ("certificate", PropertyMap.Of(("generate", PropertyMap.Empty))))),
        ("exchange", PropertyMap.Of(("server", PluginUnderTest.Exchange), ("certificate", PropertyMap.Of(("generate", PropertyMap.Empty))))),
        ("check", PropertyMap.Of(("sipUri", PluginUnderTest.SipUri))));

    private static (string Function, PropertyMap Arguments)[] Arguments { get; } =
    [
        ("getAuthMetadata", PropertyMap.Of(("url", Programs.LyncUrl), ("trustAnySslCertificate", false))),
        ("getPartnerApplications", PropertyMap.Of(("server", PluginUnderTest.Lync))),
        ("getCertificateBinding", PropertyMap.Of(("server", PluginUnderTest.Lync))),
        ("explainTrust", PropertyMap.Of(
            ("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("sipUri", PluginUnderTest.SipUri), ("at", "2026-03-01T00:00:00Z"))),
        ("planRollover", PropertyMap.Of(("server", PluginUnderTest.Lync))),
    ];

    private static async Task<PropertyMap> RecordedAsync(PluginUnderTest plugin, Specimen specimen)
    {
        var response = await plugin.Client.CreateAsync(
            new CreateRequest
            {
                Urn = new ManagedResource(plugin, specimen.Type).Urn,
                Properties = PropertyCodec.Encode(specimen.Inputs),
                Preview = true,
            },
            None);
        return PropertyMap.Of(PropertyCodec.Decode(response.Properties).AsEnumerable().Select(output => KeyValuePair.Create(
            output.Key, output.Value.ContainsUnknown() ? new string('B', 40) : output.Value)));
    }

    private static async Task AskWithInputsAsync(
        Answers answers, PluginUnderTest plugin, Specimen specimen, string urn, string what, PropertyMap map, PropertyMap recorded)
    {
        var (inputs, olds, sound) = (PropertyCodec.Encode(map), PropertyCodec.Encode(recorded), PropertyCodec.Encode(specimen.Inputs));
        await answers.AskAsync($"Check {what}", () => plugin.Client.CheckAsync(new CheckRequest { Urn = urn, News = inputs, Olds = inputs }, None));
        await answers.AskAsync($"Diff to {what}", () => plugin.Client.DiffAsync(
            new DiffRequest { Urn = urn, Id = specimen.Id, Olds = olds, OldInputs = sound, News = inputs }, None));
        await answers.AskAsync(
            $"Create preview {what}", () => plugin.Client.CreateAsync(new CreateRequest { Urn = urn, Properties = inputs, Preview = true }, None));
        await answers.AskAsync($"Update preview to {what}", () => plugin.Client.UpdateAsync(
            new UpdateRequest { Urn = urn, Id = specimen.Id, Olds = olds, OldInputs = sound, News = inputs, Preview = true }, None));
        await answers.AskAsync($"Create {what}", () => plugin.Client.CreateAsync(new CreateRequest { Urn = urn, Properties = inputs }, None));
        await answers.AskAsync($"Update to {what}", () => plugin.Client.UpdateAsync(
            new UpdateRequest { Urn = urn, Id = specimen.Id, Olds = olds, OldInputs = sound, News = inputs }, None));
        await AskWithStateAsync(answers, plugin, specimen, urn, $"inputs {what}", map);
    }

    private static async Task AskWithStateAsync(Answers answers, PluginUnderTest plugin, Specimen specimen, string urn, string what, PropertyMap map)
    {
        var (wrong, sound) = (PropertyCodec.Encode(map), PropertyCodec.Encode(specimen.Inputs));
        await answers.AskAsync(
            $"Diff from {what}", () => plugin.Client.DiffAsync(new DiffRequest { Urn = urn, Id = specimen.Id, Olds = wrong, News = sound }, None));
        await answers.AskAsync($"Diff from inputs {what}", () => plugin.Client.DiffAsync(
            new DiffRequest { Urn = urn, Id = specimen.Id, Olds = wrong, OldInputs = wrong, News = sound }, None));
        await answers.AskAsync($"Update from {what}", () => plugin.Client.UpdateAsync(
            new UpdateRequest { Urn = urn, Id = specimen.Id, Olds = wrong, OldInputs = wrong, News = sound }, None));
        await answers.AskAsync($"Update preview from {what}", () => plugin.Client.UpdateAsync(
            new UpdateRequest { Urn = urn, Id = specimen.Id, Olds = wrong, News = sound, Preview = true }, None));
        await answers.AskAsync($"Read {what}", () => plugin.Client.ReadAsync(
            new ReadRequest { Urn = urn, Id = specimen.Id, Inputs = wrong, Properties = wrong }, None));
        await answers.AskAsync($"Delete {what}", () => plugin.Client.DeleteAsync(
            new DeleteRequest { Urn = urn, Id = specimen.Id, Properties = wrong, OldInputs = wrong }, None));
    }

    private static async Task AskEmptyAsync(Answers answers, PluginUnderTest plugin, string when)
    {
        var client = plugin.Client;
        foreach (var specimen in Specimen.All.DistinctBy(specimen => specimen.Type))
        {
            var urn = new ManagedResource(plugin, specimen.Type).Urn;
            await answers.AskAsync($"{when} Check {specimen.Type}", () => client.CheckAsync(new CheckRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Diff {specimen.Type}", () => client.DiffAsync(new DiffRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Create {specimen.Type}", () => client.CreateAsync(new CreateRequest { Urn = urn }, None));
            await answers.AskAsync(
                $"{when} Preview {specimen.Type}", () => client.CreateAsync(new CreateRequest { Urn = urn, Preview = true }, None));
            await answers.AskAsync($"{when} Read {specimen.Type}", () => client.ReadAsync(new ReadRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Update {specimen.Type}", () => client.UpdateAsync(new UpdateRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Delete {specimen.Type}", () => client.DeleteAsync(new DeleteRequest { Urn = urn }, None));
        }

        foreach (var urn in new[] { "", "x", "urn:pulumi:dev::trust::a:b:C::d" })
        {
            await answers.AskAsync($"{when} Check {urn}", () => client.CheckAsync(new CheckRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Diff {urn}", () => client.DiffAsync(new DiffRequest { Urn = urn }, None));
            await answers.AskAsync($"{when} Create {urn}", () => client.CreateAsync(new CreateRequest { Urn = urn }, None));
            await answers.AskAsync(
                $"{when} Delete {urn}", () => client.DeleteAsync(new DeleteRequest { Urn = urn, Type = "partnertrust:index:TwoWayTrust" }, None));
        }

        await answers.AskAsync($"{when} Invoke", () => client.InvokeAsync(new InvokeRequest(), None));
        await answers.AskAsync($"{when} Call", () => client.CallAsync(new CallRequest(), None));
        await answers.AskAsync($"{when} Construct", () => client.ConstructAsync(new ConstructRequest(), None));
        await answers.AskAsync($"{when} List", () => DrainAsync(client.ListAsync(new ListRequest(), None)));
        await answers.AskAsync($"{when} CheckConfig", () => client.CheckConfigAsync(new CheckRequest(), None));
        await answers.AskAsync($"{when} DiffConfig", () => client.DiffConfigAsync(new DiffRequest(), None));
        await answers.AskAsync($"{when} Configure", () => client.ConfigureAsync(new ConfigureRequest(), None));
        await answers.AskAsync($"{when} GetSchema", () => client.GetSchemaAsync(new GetSchemaRequest { Version = 9 }, None));
        await answers.AskAsync($"{when} Parameterize", () => client.ParameterizeAsync(new ParameterizeRequest(), None));
        await answers.AskAsync($"{when} GetMapping", () => client.GetMappingAsync(new GetMappingRequest(), None));
    }

    private static async Task MustFail(Task call)
    {
        await call;
        throw RpcFailure.Of(StatusCode.Unknown, "it was accepted");
    }

    private static async Task DrainAsync(IAsyncEnumerable<ListResponse> responses)
    {
        await foreach (var _ in responses)
        {
        }
    }
}
