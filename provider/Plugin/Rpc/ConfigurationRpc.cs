using Grpc.Core;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Plugin.Succession;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The provider's own settings.</summary>
internal sealed class ConfigurationRpc(ProgramRun run, Action leavePreview)
{
    private const string DirectorySetting = "dataDirectory";

    private readonly ProviderSession session = run.Session;
    private readonly ConfigurationReader reader = new(run.Session.Schema, run.Session.Environment.Variable);

    /// <summary>The settings go back as they came: SDKs expect their own form again. The engine does not tell here which are secret, and prints
    /// those that a failure names: none is named, and none is quoted.</summary>
    public async Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var given = PropertyCodec.Decode(request.News);
        var (installation, faults) = reader.ReadInstallation(given);
        if (EngineOpening.Obstacle(installation, PlaceOf(reader.Read(given).Settings, request.Urn)) is { } obstacle)
        {
            faults = [.. faults, obstacle.At(DirectorySetting)];
        }

        if (session.Environment.Place(installation.PowerShell)?.Transcript is { } transcript && TranscriptPlace.Obstacle(transcript) is { } unusable)
        {
            faults = [.. faults, unusable];
        }

        var unsure = SecretTexts.InSettings(given, reader.Read(given).Settings);
        var response = new CheckResponse { Inputs = request.News ?? new() };
        foreach (var fault in faults.Select(unsure.HideFinding).DistinctBy(fault => (fault.Property, fault.Code)))
        {
            if (fault.IsWarning)
            {
                await session.Link.WarnAsync(request.Urn, fault.ToString(), cancellationToken);
            }
            else
            {
                FaultSpan.Tell(fault);
                response.Failures.Add(new CheckFailure { Reason = fault.ToString() });
            }
        }

        return response;
    }

    /// <summary>Another spelling of the data directory is no difference; a move is one, which replaces nothing: the store is the same, or is
    /// refused before anything is done.</summary>
    public async Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        var (olds, _) = reader.Read(PropertyCodec.Decode(request.OldInputs ?? request.Olds));
        var (news, _) = reader.Read(PropertyCodec.Decode(request.News));
        var (before, after) = (PlaceOf(olds, request.Urn), PlaceOf(news, request.Urn));
        var moves = before is null || after is null || !DataPlace.AreSame(before, after);
        if (moves && before is not null && after is not null)
        {
            await new StoreMove(session).PassAsync(before, after, cancellationToken);
        }

        var differences = DifferenceFinder.Compare(olds, news, session.Schema.Provider.Inputs)
            .Where(difference => moves || !IsDirectory(difference))
            .ToList();
        return DiffReply.Of(differences, request.IgnoreChanges, session.Schema.Provider.Outputs);
    }

    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken)
    {
        var given = SettingsOf(request);
        session.Secrets.Configure(given, reader.Read(given).Settings);
        var (installation, faults) = reader.ReadInstallation(given);
        var errors = faults.Where(fault => !fault.IsWarning).ToList();
        if (errors.Count > 0)
        {
            throw Refusal(errors);
        }

        session.Configure(installation with
        {
            DataDirectory = PlaceOf(installation.DataDirectory, request.Urn),
            PowerShell = session.Environment.Place(installation.PowerShell),
        });
        session.Join(session.Link.Address is { } engine ? Meeting.Of(engine, session.Installation, reader.Read(given).Settings) : null);
        leavePreview();
        run.Restart();
        session.Reference = request is { Urn.Length: > 0, Id.Length: > 0 } ? $"{request.Urn}::{request.Id}" : "";
        return Task.FromResult(new ConfigureResponse
        {
            AcceptSecrets = true,
            SupportsPreview = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsAutonamingConfiguration = true,
        });
    }

    /// <summary>Configures with what a stack's state remembers.</summary>
    public Task ConfigureAsync(string urn, string id, PropertyMap settings) =>
        ConfigureAsync(new ConfigureRequest { Urn = urn, Id = id, Args = PropertyCodec.Encode(settings) }, CancellationToken.None);

    private static bool IsDirectory(Difference difference) => difference.Path.Segments is [PathSegment.Key { Name: DirectorySetting }];

    /// <summary>Null while it is not known, or is no path. The default written out is the same place, and so is another way to write its
    /// path.</summary>
    private string? PlaceOf(PropertyMap settings, string urn) =>
        settings.Has(DirectorySetting) && settings.Text(DirectorySetting)?.Any(char.IsControl) is null or true
            ? null
            : PlaceOf(settings.Text(DirectorySetting), urn);

    private string PlaceOf(string? directory, string urn) => DataPlace.Of(session.Environment.DataDirectoryOf(
        directory is { Length: > 0 } ? directory : Path.Combine(".partnertrust", PackageTokens.StackOf(urn) is { Length: > 0 } stack ? stack : "default")));

    /// <summary>Engines that send no struct send each setting as text under its full key.</summary>
    private static PropertyMap SettingsOf(ConfigureRequest request) => request.Args is not null
        ? PropertyCodec.Decode(request.Args)
        : PropertyMap.Of(request.Variables.Select(variable =>
            KeyValuePair.Create(variable.Key[(variable.Key.LastIndexOf(':') + 1)..], (PropertyValue)variable.Value)));

    private RpcException Refusal(List<Fault> errors)
    {
        var missing = new ConfigureErrorMissingKeys();
        foreach (var fault in errors.Where(fault => fault.Code == "PT1101"))
        {
            missing.MissingKeys.Add(new ConfigureErrorMissingKeys.Types.MissingKey
            {
                Name = $"{PackageSchema.PackageName}:{fault.Property}",
                Description = session.Schema.Provider.Inputs.Properties[fault.Property].Description,
            });
        }

        errors.ForEach(FaultSpan.Tell);
        var text = string.Join("; ", errors);
        return missing.MissingKeys.Count == 0
            ? RpcFailure.Of(StatusCode.InvalidArgument, text)
            : RpcFailure.Of(StatusCode.InvalidArgument, text, missing);
    }
}
