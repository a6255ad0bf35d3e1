using System.Globalization;
using Grpc.Core;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Gives expressions their values. What depends on resources is an output that says so.</summary>
internal sealed class Evaluator(ProgramScope scope, ResourceMonitorClient monitor, PackageSchemas schemas, CancellationToken cancellation)
{
    public PackageSchemas Schemas => schemas;

    public async Task<PropertyValue> EvaluateAsync(Expression expression) => expression switch
    {
        Expression.Literal literal => literal.Value,
        Expression.Reference reference => scope.Find(reference),
        Expression.Interpolation text => await JoinAsync(text),
        Expression.List list => await EvaluateAsync(list),
        Expression.Map map => await EvaluateAsync(map),
        Expression.Secret secret => Conceal(await EvaluateAsync(secret.Value)),
        Expression.Invoke call => await InvokeAsync(call),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "Not a known expression."),
    };

    public async Task<PropertyMap> EvaluateAsync(Expression.Map map)
    {
        var values = PropertyMap.Empty;
        foreach (var (key, entry) in map.Entries)
        {
            values = values.Set(key, await EvaluateAsync(entry));
        }

        return values;
    }

    private async Task<PropertyValue> EvaluateAsync(Expression.List list)
    {
        var items = new List<PropertyValue>(list.Items.Length);
        foreach (var item in list.Items)
        {
            items.Add(await EvaluateAsync(item));
        }

        return ListValue.Of(items);
    }

    private async Task<PropertyValue> JoinAsync(Expression.Interpolation text)
    {
        var parts = new List<PropertyValue>();
        foreach (var part in text.Parts)
        {
            parts.Add(await EvaluateAsync(part));
        }

        var whole = Lifted.Deep(ListValue.Of(parts));
        PropertyValue joined = whole.Value.HasUnknown() ? UnknownValue.Text : string.Concat(((ListValue)whole.Value).Items.Select(Text));
        return Lifted.Wrap(joined, whole.IsSecret, whole.Dependencies);
    }

    private static string Text(PropertyValue value) => value switch
    {
        TextValue text => text.Value,
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BoolValue flag => flag.Value ? "true" : "false",
        _ => throw new DeploymentException("only texts, numbers and booleans can be put into a text"),
    };

    private static OutputValue Conceal(PropertyValue value)
    {
        var (plain, _, dependencies) = Lifted.Deep(value);
        return new OutputValue(plain.HasUnknown() ? null : plain, true, dependencies);
    }

    private async Task<PropertyValue> InvokeAsync(Expression.Invoke call)
    {
        var token = Tokens.Complete(call.Function);
        var names = await schemas.FindFunctionAsync(token);
        if (call.Return is { } wanted && !names.Contains(wanted))
        {
            throw new DeploymentException($"the result of {token} has no '{wanted}'");
        }

        var arguments = await EvaluateAsync(call.Arguments);
        var (_, isSecret, dependencies) = Lifted.Deep(arguments);
        if (arguments.HasUnknown())
        {
            return new OutputValue(null, isSecret, dependencies);
        }

        var request = new ResourceInvokeRequest { Tok = token, Args = PropertyCodec.Encode(arguments.WithoutOutputs()), AcceptResources = true };
        await AddOptionsAsync(request, call.Options);
        var response = await CallAsync(token, request);
        if (response.Unknown)
        {
            return new OutputValue(null, isSecret, dependencies);
        }

        var found = PropertyCodec.Decode(response.Return);
        var result = PropertyMap.Of(names.Select(name => KeyValuePair.Create(name, found.GetValueOrDefault(name) ?? PropertyValue.Null)));
        return Lifted.Wrap(call.Return is { } one ? result[one] : result, isSecret, dependencies);
    }

    private async Task AddOptionsAsync(ResourceInvokeRequest request, Expression.Map expressions)
    {
        var options = new OptionValues(await EvaluateAsync(expressions), request.Tok);
        request.Parent = options.Urn("parent") ?? "";
        request.Provider = options.Provider("provider") ?? "";
        request.Version = options.Text("version") ?? "";
    }

    private async Task<ResourceInvokeResponse> CallAsync(string token, ResourceInvokeRequest request)
    {
        try
        {
            var response = await monitor.InvokeAsync(request, cancellation);
            return response.Failures.Count == 0
                ? response
                : throw new DeploymentException(
                    $"{token} failed: {string.Join("; ", response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})"))}");
        }
        catch (RpcException problem) when (problem.StatusCode != StatusCode.Unavailable)
        {
            throw new DeploymentException($"{token} failed: {problem.Message}", problem);
        }
    }
}
