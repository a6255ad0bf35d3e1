using System.Text.Json.Nodes;
using Grpc.Core;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>CheckConfig, DiffConfig and Configure: settings travel without secret marks until Configure, which needs them.</summary>
internal static class ProviderConfiguration
{
    private const string Internal = "__internal";

    public static async Task<PropertyMap> CheckAsync(
        ProviderConnection connection, string urn, PropertyMap olds, PropertyMap news, CancellationToken cancellation)
    {
        var request = new CheckRequest { Urn = urn, Name = Urns.Name(urn), Type = Urns.Type(urn), Olds = Raw(olds), News = Raw(news) };
        try
        {
            var answer = await connection.Client.CheckConfigAsync(request, cancellation);
            if (answer.Failures.Count > 0)
            {
                throw new DeploymentException(string.Join(
                    Environment.NewLine, answer.Failures.Select(failure => EngineText.Of(failure, Urns.Type(urn), Urns.Name(urn), news))));
            }

            return PropertyCodec.Decode(answer.Inputs).Remove(Internal).WithSecretsOf(news);
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.Unimplemented)
        {
            return news.Remove(Internal);
        }
    }

    public static async Task<DiffAnswer> DiffAsync(
        ProviderConnection connection,
        string urn,
        string id,
        PropertyMap oldInputs,
        PropertyMap oldOutputs,
        PropertyMap news,
        CancellationToken cancellation)
    {
        var request = new DiffRequest
        {
            Id = id,
            Urn = urn,
            Name = Urns.Name(urn),
            Type = Urns.Type(urn),
            Olds = Raw(oldOutputs),
            OldInputs = Raw(oldInputs),
            News = Raw(news),
        };
        DiffResponse answer;
        try
        {
            answer = await connection.Client.DiffConfigAsync(request, cancellation);
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.Unimplemented)
        {
            answer = new DiffResponse();
        }

        return DiffReader.Read(answer, oldInputs, news);
    }

    public static async Task ConfigureAsync(
        ProviderConnection connection, string urn, string id, PropertyMap settings, CancellationToken cancellation)
    {
        var request = new ConfigureRequest
        {
            Args = PropertyCodec.Encode(settings),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = id,
            Urn = urn,
            Name = Urns.Name(urn),
            Type = Urns.Type(urn),
        };
        foreach (var (key, value) in settings.WithoutSecretMarks().Where(setting => setting.Key != "version"))
        {
            request.Variables[$"{connection.Package}:config:{key}"] = value is TextValue text ? text.Value : JsonText(value);
        }

        try
        {
            connection.Negotiate(await connection.Client.ConfigureAsync(request, cancellation));
        }
        catch (RpcException problem)
        {
            var missing = problem.Detail<ConfigureErrorMissingKeys>()?.MissingKeys ?? [];
            var list = string.Concat(missing.Select(key => $"{Environment.NewLine}  {connection.Package}:{key.Name}: {key.Description}"));
            throw new DeploymentException(problem.Message + list, problem);
        }
    }

    private static Google.Protobuf.WellKnownTypes.Struct Raw(PropertyMap map) =>
        PropertyCodec.Encode(map.Remove(Internal).WithoutOutputs().WithoutSecretMarks().WithoutReferences());

    private static string JsonText(PropertyValue value) =>
        PropertyJson.Write(value, new State.PlaintextCipher()) is JsonNode node ? node.ToJsonString() : "null";
}
