using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The deployment that a program runs in.</summary>
public sealed class DeploymentInstance
{
    private readonly ProgramRun run;

    internal DeploymentInstance(ProgramRun run) => this.run = run;

    public string StackName => run.Settings.Stack;

    public string ProjectName => run.Settings.Project;

    public string OrganizationName => run.Settings.Organization;

    public string RootDirectory => run.Settings.RootDirectory;

    public bool IsDryRun => run.Settings.DryRun;

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        FunctionCall.PlainAsync<T>(run, token, args, options);

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null) =>
        FunctionCall.PlainAsync<ImmutableDictionary<string, object>>(run, token, args, options);

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        (await InvokeAsync<ImmutableDictionary<string, T>>(token, args, options)).Values.First();

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        new(FunctionCall.OutputAsync<T>(run, token, args, options));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        new(FunctionCall.OutputAsync<T>(run, token, args, options));

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null) =>
        Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options) =>
        Invoke<ImmutableDictionary<string, T>>(token, args, options).Apply(result => result.Values.First());

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        Call<ImmutableDictionary<string, object>>(token, args, self, options);

    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null) =>
        new(MethodCall.OutputAsync<T>(run, token, args, self, options));
}
