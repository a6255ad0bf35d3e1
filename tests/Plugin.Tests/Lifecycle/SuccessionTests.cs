using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>Replacements without a Diff (<c>--target-replace</c>, <c>state taint</c>), where the engine creates before it deletes.</summary>
public sealed class SuccessionTests
{
    public static TheoryData<string> SameId => ["CertificateBinding", "AuthMetadataEndpoint", "OAuthConfiguration"];

    /// <summary>The engine checks what is targeted for replacement as if it were new.</summary>
    [Fact]
    public async Task A_certificate_replaced_without_its_old_inputs_stands_after_the_deletion_of_its_predecessor()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = new ManagedResource(plugin, "CertificateBinding");
        await resource.UpAsync(ProgramOf("CertificateBinding"));
        var old = (resource.Inputs, resource.Outputs);

        await resource.CreateAsync(await resource.CheckedAsync(ProgramOf("CertificateBinding"), PropertyMap.Empty));
        await DeleteAsync(plugin, resource.Urn, resource.Id, old);

        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        await resource.DeleteAsync();
        Assert.False(await resource.IsThereAsync(PluginUnderTest.Exchange));
    }

    /// <summary>The engine reads it at the start of every update.</summary>
    [Fact]
    public async Task An_endpoint_that_was_read_and_replaced_stands_after_the_deletion_of_its_predecessor()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var resource = new ManagedResource(plugin, "AuthMetadataEndpoint");
        await resource.UpAsync(ProgramOf("AuthMetadataEndpoint"));
        await resource.RefreshAsync();
        var old = (resource.Inputs, resource.Outputs);

        await resource.CreateAsync(await resource.CheckedAsync(ProgramOf("AuthMetadataEndpoint"), PropertyMap.Empty));
        await DeleteAsync(plugin, resource.Urn, resource.Id, old);

        Assert.True(await resource.IsThereAsync(Programs.LyncUrl));
        await resource.DeleteAsync();
        Assert.False(await resource.IsThereAsync(Programs.LyncUrl));
    }

    [Fact]
    public async Task Settings_that_were_replaced_stand_after_the_deletion_of_their_predecessor_and_go_back_to_the_first_ones_after_their_own()
    {
        await using var first = await PluginUnderTest.StartConfiguredAsync();
        var old = new ManagedResource(first, "OAuthConfiguration");
        await old.UpAsync(Programs.OAuth().Set("realm", "fabrikam.com"));
        await using var second = await PluginUnderTest.StartConfiguredAsync(folder: first.Folder);
        var resource = new ManagedResource(second, "OAuthConfiguration");

        await resource.UpAsync(Programs.OAuth().Set("realm", "contoso.com"));
        await DeleteAsync(second, old.Urn, old.Id, (old.Inputs, old.Outputs));

        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        Assert.Equal(old.Outputs["previousSettings"], resource.Outputs["previousSettings"]);
        await resource.DeleteAsync();
        await resource.ImportAsync(PluginUnderTest.Lync);
        Assert.Equal(Text("litwareinc.com"), resource.Outputs["realm"]);
        Assert.False(resource.Inputs.ContainsKey("exchangeAutodiscoverUrl"));
    }

    /// <summary>The update that replaced it failed before it came to the deletion, which the next one, another process, makes up for.</summary>
    [Theory]
    [MemberData(nameof(SameId))]
    public async Task What_was_replaced_and_not_deleted_yet_takes_nothing_from_its_successor_in_a_later_update(string type)
    {
        await using var first = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(first, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var resource = new ManagedResource(first, type);
        await resource.UpAsync(ProgramOf(type));
        var old = (resource.Inputs, resource.Outputs);
        await resource.CreateAsync(await resource.CheckedAsync(ProgramOf(type), PropertyMap.Empty));
        await using var next = await PluginUnderTest.StartConfiguredAsync(folder: first.Folder);
        var (id, outputs) = (resource.Id, resource.Outputs);

        await next.Client.DiffAsync(
            new DiffRequest { Id = id, Urn = resource.Urn, Olds = PropertyCodec.Encode(outputs), News = PropertyCodec.Encode(resource.Inputs) },
            CancellationToken.None);
        await DeleteAsync(next, resource.Urn, id, old);

        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        await DeleteAsync(next, resource.Urn, id, (resource.Inputs, resource.Outputs));
        Assert.False(await IsManagedAsync(new ManagedResource(next, type), type));
    }

    [Theory]
    [MemberData(nameof(SameId))]
    public async Task What_goes_by_a_new_name_stands_after_the_deletion_of_the_old_name(string type)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(plugin, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var before = new ManagedResource(plugin, type, "before");
        await before.UpAsync(ProgramOf(type));

        var after = new ManagedResource(plugin, type, "after");
        await after.UpAsync(ProgramOf(type));
        await before.DeleteAsync();

        Assert.Empty((await after.RefreshAsync())!.DetailedDiff);
        await after.DeleteAsync();
        Assert.False(await IsManagedAsync(after, type));
    }

    /// <summary>A provider resource that is replaced: the new one creates in a process of its own, and the old one deletes.</summary>
    [Theory]
    [MemberData(nameof(SameId))]
    public async Task What_another_process_has_made_in_its_place_stands_after_the_deletion_of_the_old_one(string type)
    {
        await using var before = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(before, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var old = new ManagedResource(before, type);
        await old.UpAsync(ProgramOf(type));
        await using var after = await PluginUnderTest.StartConfiguredAsync(folder: before.Folder);
        var resource = new ManagedResource(after, type);
        await resource.CreateAsync(await resource.CheckedAsync(ProgramOf(type), PropertyMap.Empty));

        await DeleteAsync(before, old.Urn, old.Id, (old.Inputs, old.Outputs));

        Assert.Contains(before.Engine.Logs, said => said.Message.Contains("created it again", StringComparison.Ordinal));
        Assert.Empty((await resource.RefreshAsync())!.DetailedDiff);
        await resource.DeleteAsync();
        Assert.False(await IsManagedAsync(resource, type));
    }

    [Theory]
    [MemberData(nameof(SameId))]
    public async Task What_is_imported_is_deleted_by_whoever_imported_it(string type)
    {
        await using var theirs = await PluginUnderTest.StartConfiguredAsync();
        await new ManagedResource(theirs, "CertificateBinding", "lync").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        var made = new ManagedResource(theirs, type);
        await made.UpAsync(ProgramOf(type));
        await using var ours = await PluginUnderTest.StartConfiguredAsync(folder: theirs.Folder);
        var imported = new ManagedResource(ours, type, "adopted");
        await imported.ImportAsync(made.Id);

        await imported.DeleteAsync();

        Assert.False(await IsManagedAsync(new ManagedResource(ours, type), type));
    }

    [Fact]
    public async Task What_is_made_and_deleted_in_one_process_is_gone()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding");

        await binding.UpAndDownAsync(Programs.Certificate(PluginUnderTest.Exchange));
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange));
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Exchange, validityDays: 700));
        await binding.DeleteAsync();

        Assert.False(await binding.IsThereAsync(PluginUnderTest.Exchange));
    }

    private static PropertyValue Text(string text) => text;

    private static PropertyMap ProgramOf(string type) => type switch
    {
        "CertificateBinding" => Programs.Certificate(PluginUnderTest.Exchange),
        "AuthMetadataEndpoint" => Programs.Endpoint(PluginUnderTest.Lync),
        _ => Programs.OAuth(),
    };

    /// <summary>A product always has OAuth configuration: what is not managed is at its defaults.</summary>
    private static async Task<bool> IsManagedAsync(ManagedResource resource, string type)
    {
        var id = type == "AuthMetadataEndpoint" ? Programs.LyncUrl : type == "CertificateBinding" ? PluginUnderTest.Exchange : PluginUnderTest.Lync;
        if (type != "OAuthConfiguration")
        {
            return await resource.IsThereAsync(id);
        }

        await resource.ImportAsync(id);
        return resource.Inputs.ContainsKey("exchangeAutodiscoverUrl");
    }

    private static async Task DeleteAsync(PluginUnderTest plugin, string urn, string id, (PropertyMap Inputs, PropertyMap Outputs) old) =>
        await plugin.Client.DeleteAsync(
            new DeleteRequest { Id = id, Urn = urn, Properties = PropertyCodec.Encode(old.Outputs), OldInputs = PropertyCodec.Encode(old.Inputs) },
            CancellationToken.None);
}
