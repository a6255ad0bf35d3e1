using System.Runtime.CompilerServices;
using System.Text;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Listing existing resources, page by page.</summary>
internal sealed class ListRpc(ProgramRun run, ResourceRegistry registry)
{
    private const string Step = "Listing";

    private readonly ProviderSession session = run.Session;

    public async IAsyncEnumerable<ListResponse> ListAsync(ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (registry.Find(request.Token) is not IListing listing)
        {
            throw new FaultException(FaultCatalogue.ListUnsupported(request.Token));
        }

        var query = Read(request);
        if (query.ContainsUnknown())
        {
            yield return new ListResponse { Computed = new ListResponse.Types.Computed() };
            yield break;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Cancelled);
        var secrets = session.Secrets.In(query);
        await using var line = new StatusLine(session.Link, "", Step, secrets, session.Time);
        var engine = await session.OpenEngineAsync(stop.Token);
        var operation = new Operation(session, engine, new OperationRequest("", Step, secrets), line, stop.Token);
        var pageSize = request.PageSize > 0 ? request.PageSize : long.MaxValue;
        var limit = request.Limit > 0 ? request.Limit : long.MaxValue;
        var (count, last) = (0L, "");
        await foreach (var (id, name) in listing.ListAsync(query, Decode(request.ContinuationToken), operation).WithCancellation(stop.Token))
        {
            if (count == limit)
            {
                yield break;
            }

            if (count == pageSize)
            {
                yield return new ListResponse { Continuation = new ListResponse.Types.Continuation { ContinuationToken = Encode(last) } };
                yield break;
            }

            yield return new ListResponse { Result = new ListResponse.Types.Result { Id = id, Name = name } };
            (count, last) = (count + 1, id);
        }
    }

    private PropertyMap Read(ListRequest request)
    {
        var faults = new List<Fault>();
        var query = new ValueChecker(ValueFormats.Native, session.Environment.Variable, faults)
            .CheckObject(PropertyCodec.Decode(request.Query), session.Schema.FindResource(request.Token)!.ListInputs!, PropertyPath.Root);
        var check = new ResourceCheck(query, session.Installation, session.Time.GetUtcNow(), faults);
        check.Server(new InputReader(query).Text(Identity.Server), "anything to list");
        return faults.Count == 0 ? query : throw new FaultException(session.Secrets.In(query).Hide([.. faults]));
    }

    private static string Encode(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes(id));

    private static string? Decode(string token)
    {
        try
        {
            return token.Length == 0 ? null : Encoding.UTF8.GetString(Convert.FromBase64String(token));
        }
        catch (FormatException failure)
        {
            throw new FaultException(FaultCatalogue.ContinuationInvalid(), failure);
        }
    }
}
