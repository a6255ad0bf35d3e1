using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Network.Tests;

/// <summary>A host on this machine whose certificate no authority vouches for.</summary>
internal sealed class LoopbackHost : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly X509Certificate2 certificate;

    private LoopbackHost(RequestDelegate answer, string name, int from, int to)
    {
        certificate = SelfSigned(name, from, to);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(certificate)));
        application = builder.Build();
        application.Run(answer);
    }

    public Uri Url => new(new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()
        .Replace("127.0.0.1", "localhost", StringComparison.Ordinal)), "/metadata/json/1");

    /// <param name="answer">What it answers.</param>
    /// <param name="name">For which its certificate is.</param>
    /// <param name="from">The year in which that begins.</param>
    /// <param name="to">The year with which it ends.</param>
    public static async Task<LoopbackHost> StartAsync(RequestDelegate answer, string name = "localhost", int from = 1970, int to = 2099)
    {
        var host = new LoopbackHost(answer, name, from, to);
        await host.application.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned(string name, int from, int to)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(
            new DateTimeOffset(from, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(to, 12, 31, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
    }
}
