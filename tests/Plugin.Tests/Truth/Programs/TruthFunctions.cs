using System.Collections.Immutable;
using System.Globalization;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>Calls of functions in a program, whose answers it hands on.</summary>
internal sealed class TruthFunctions(TruthInstallation installation, Draw draw)
{
    /// <summary>The program with one more call, somewhere among its resources. Mostly it waits for all that come before.</summary>
    public TruthProgram Add(TruthProgram program)
    {
        var at = draw.Chance(60) ? FirstCheckIn(program) : draw.Below(program.Resources.Length + 1);
        var before = program.Resources[..at];
        var waits = draw.Chance(80);
        var function = Make(NameIn(program), before) with
        {
            DependsOn = waits ? [.. before.Where(other => !other.IsFunction).Select(other => other.Name)] : [],
            Provider = program.Resources.Any(other => other.Provider == 1) ? draw.Below(2) : 0,
        };
        var taker = at + draw.Below(program.Resources.Length - at + 1);
        var handedOn = taker < program.Resources.Length ? program.With(Taking(program.Resources[taker], function)) : program;
        return handedOn.Insert(at, function);
    }

    private static int FirstCheckIn(TruthProgram program) =>
        program.Resources.TakeWhile(resource => resource.Type != "ConnectivityCheck").Count();

    private static string NameIn(TruthProgram program) =>
        Enumerable.Range(1, 99).Select(number => $"function{number.ToString(CultureInfo.InvariantCulture)}").First(name => !program.Has(name));

    private TruthResource Make(string name, ImmutableArray<TruthResource> before)
    {
        var server = draw.One([TruthInstallation.Lync, .. installation.Exchanges]);
        return draw.Below(5) switch
        {
            0 => Document(name, server, before),
            1 => TruthResource.Of("getCertificateBinding", name, PropertyMap.Of(("server", server))),
            2 => TruthResource.Of("getPartnerApplications", name, PropertyMap.Of(("server", server))),
            3 => TruthResource.Of("planRollover", name, PropertyMap.Of(("server", server))),
            _ => TruthResource.Of("explainTrust", name, Question()),
        };
    }

    private TruthResource Document(string name, string server, ImmutableArray<TruthResource> before)
    {
        var endpoint = before.FirstOrDefault(other => other.Type == "AuthMetadataEndpoint" && other.Server == server);
        return endpoint is not null && draw.Chance(60)
            ? new TruthResource("getAuthMetadata", name, of => PropertyMap.Of(("url", of(endpoint.Name, "url"))))
            : TruthResource.Of("getAuthMetadata", name, PropertyMap.Of(("url", TruthInstallation.MetadataUrlOf(server))));
    }

    private PropertyMap Question()
    {
        var exchange = draw.One(installation.Exchanges.AsSpan());
        var question = draw.Chance(70)
            ? PropertyMap.Of(("from", TruthInstallation.Lync), ("to", exchange))
            : PropertyMap.Of(("from", exchange), ("to", TruthInstallation.Lync));
        return draw.Chance(60) ? question.Set("sipUri", draw.One(installation.Users.AsSpan())) : question;
    }

    /// <summary>The resource where one input is the answer, or a part of it.</summary>
    private static TruthResource Taking(TruthResource resource, TruthResource function) => (resource.Type, function.Type) switch
    {
        ("ConnectivityCheck", _) => Taking(resource, "triggers", function, AnswerOf(function), isList: true),
        ("PartnerApplication", "getAuthMetadata") => Taking(resource, "refreshTrigger", function, "fingerprint"),
        ("PartnerApplication", "explainTrust") => Taking(resource, "enabled", function, "accepted"),
        ("PartnerApplication", "getCertificateBinding") when resource.Server == TruthInstallation.Lync => resource with
        {
            Inputs = of => GivenPartners.Of(resource.Inputs(of), of(function.Name, "current.certificatePem")),
        },
        ("OAuthConfiguration", "getAuthMetadata") => Taking(resource, "realm", function, "realm"),
        _ => resource,
    };

    private static string AnswerOf(TruthResource function) => function.Type switch
    {
        "getAuthMetadata" => "keys.0.thumbprint",
        "getCertificateBinding" => "current.thumbprint",
        "getPartnerApplications" => "partnerApplications.0.id",
        "planRollover" => "steps.0.action",
        _ => "code",
    };

    private static TruthResource Taking(
        TruthResource resource, string input, TruthResource function, string answer, bool isList = false) =>
        resource with
        {
            Inputs = of =>
            {
                var value = of(function.Name, answer);
                return resource.Inputs(of).Set(input, isList ? ListValue.Of(value is NullValue ? [] : [value]) : value);
            },
        };
}
