"""Gradients of AuxK in its three forms and of Multi-TopK, float64, by torch autograd, on the inputs of golden.json."""
import json, torch
torch.set_default_dtype(torch.float64)
def wave(rows, columns, shift):
    i, j = torch.arange(rows).double()[:, None], torch.arange(columns).double()[None, :]
    return torch.sin(0.7 * i + 1.3 * j * (1 + 0.11 * i) + shift)
wd=wave(6,4,0.5).requires_grad_(); we=wave(4,6,-0.4).requires_grad_()
be=(0.05*torch.arange(6).double()).requires_grad_(); bd=torch.tensor([0.1,-0.2,0.05,0.0]).requires_grad_()
x=wave(3,4,2.0); a=(x-bd)@we+be
top=a.topk(2,dim=1); z=torch.zeros_like(a).scatter(1,top.indices,top.values.relu()); hat=z@wd+bd
e=(x-hat).detach()
total=(x-x.mean(0)).pow(2).sum(1).mean()
out={}
P=[we,wd,be,bd]
def grads(l): return {n:([[0]*0] if g is None else g.tolist()) for n,g in zip(["wEnc","wDec","bEnc","bDec"],torch.autograd.grad(l,P,retain_graph=True))}
for deadset,name in (([1,3,5],"three"),([4],"one")):
    dead=torch.zeros(6,dtype=torch.bool); dead[deadset]=True; k=2; kk=min(k,len(deadset))
    b=a.masked_fill(~dead,-float("inf")).topk(kk,dim=1)
    rect=torch.zeros_like(a).scatter(1,b.indices,b.values.relu()); sign=torch.zeros_like(a).scatter(1,b.indices,b.values)
    scale=min(len(deadset)/k,1)
    v=(e-e.mean(0)).pow(2).sum(1).mean()
    L={"dictionary-learning":(e-rect@wd).pow(2).sum(1).mean()/v,
       "sae-lens":scale*(e-(sign@wd+bd)).pow(2).sum(1).mean(),
       "sparsify":scale*(e-(rect@wd+bd)).pow(2).sum(1).mean()/total}
    out[name]={"dead":deadset,"kAux":k,"losses":{n:{"loss":float(l),"gradients":grads(l)} for n,l in L.items()}}
t=a.topk(4,dim=1); z1=torch.zeros_like(a).scatter(1,a.topk(1,dim=1).indices,a.topk(1,dim=1).values.relu()); z4=torch.zeros_like(a).scatter(1,t.indices,t.values.relu())
m1=(x-z1@wd-bd).pow(2).sum(1).mean(); m4=(x-z4@wd-bd).pow(2).sum(1).mean()
out["multi"]={"k":1,"narrow":float(m1),"wide":float(m4),"gradients":grads(m1+m4/8)}
# selection after multiplying with decoder norms
n=wd.norm(dim=1); h=a*n; t=h.topk(2,dim=1); zz=torch.zeros_like(a).scatter(1,t.indices,t.values.relu()); hat=(zz/n)@wd+bd
out["normed"]={"mse":float((x-hat).pow(2).sum(1).mean()),"codes":(zz/n).tolist(),"gradients":grads((x-hat).pow(2).sum(1).mean())}
g=a.view(3,2,3).max(2); z=torch.zeros_like(a).scatter(1,g.indices+torch.tensor([0,3]),g.values.relu())
out["groups"]={"codes":z.tolist()}
print(json.dumps(out,indent=1))
