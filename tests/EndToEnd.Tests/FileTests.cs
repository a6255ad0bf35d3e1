using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The files that the published plugin opens: those that a program names, and those of its own store.</summary>
public sealed class FileTests
{
    private const string Certificate = "partnertrust:index:CertificateBinding";
    private const int PageSize = 4096;
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task A_pipe_in_a_certificates_place_is_refused_at_once()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "Pipes lie in no directory there.");
        using var bench = Bench.ForPrograms();
        SpecialFiles.MakePipe(Path.Combine(bench.Folder, "pipe.pfx"));

        var refused = await bench.Host(stack => BindFileAsync(stack, "pipe.pfx")).UpAsync().WaitAsync(AtOnce);

        Assert.False(refused.Succeeded);
        Assert.Contains("PT1037", bench.Output.ToString(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_store_whose_pages_changed_places_is_told_as_damaged_by_update_and_command()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        Task Declare(TestStack stack) => stack.ResourceAsync(
            Certificate, "lync", _ => { }, ("server", Litware.Lync), ("source", PropertyMap.Of(("generate", PropertyMap.Empty))));
        var created = await bench.Host(Declare).UpAsync();
        SwapPages(Path.Combine(bench.Data, "partnertrust.db"), 4, 8);

        var refreshed = await bench.Host(Declare).RefreshAsync();
        var (code, text) = await Tool.RunAsync(Checkout.Plugin, ["lab", "status", "--data", bench.Data], bench.Folder);

        Assert.True(created.Succeeded, bench.Output.ToString());
        Assert.False(refreshed.Succeeded);
        Assert.Contains("PT7002", bench.Output.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, code);
        Assert.StartsWith("PT7002", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_program_in_a_folder_of_its_own_names_files_from_the_projects_directory()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        await File.AppendAllTextAsync(Path.Combine(bench.Folder, "Pulumi.yaml"), "\nmain: src\n");
        Directory.CreateDirectory(Path.Combine(bench.Folder, "src"));
        await File.WriteAllBytesAsync(Path.Combine(bench.Folder, "given.pfx"), MakePfx());

        var created = await bench.Host(stack => BindFileAsync(stack, "given.pfx")).UpAsync();

        Assert.True(created.Succeeded, bench.Output.ToString());
    }

    private static Task<RegisterResourceResponse> BindFileAsync(TestStack stack, string file) => stack.ResourceAsync(
        Certificate, "lync", _ => { }, ("server", Litware.Lync), ("source", PropertyMap.Of(("pfxFile", file))));

    private static void SwapPages(string database, int one, int other)
    {
        var content = File.ReadAllBytes(database);
        var kept = content.AsSpan(one * PageSize, PageSize).ToArray();
        content.AsSpan(other * PageSize, PageSize).CopyTo(content.AsSpan(one * PageSize));
        kept.CopyTo(content.AsSpan(other * PageSize));
        File.WriteAllBytes(database, content);
    }

    private static byte[] MakePfx()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=litwareinc.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddYears(2));
        return certificate.Export(X509ContentType.Pfx);
    }
}
